import { inspectBody, type BodyFacts, type Point } from '@tamizdat/body';
import { shorten } from '../characters/count.ts';
import type { SplitFile } from '../front-matter/split.ts';
import { placeFinding, type Problem } from '../problem.ts';
import type { Source } from '../schema/article.ts';
import { checkFootnotes } from './check-footnotes.ts';
import { htmlNote, imageNotes, linkNotes, type TextNote } from './text-notes.ts';

/** Something in the text that points at another file, with its line and column in the article's file. */
export interface TextReference {
  target: string;
  line: number;
  column: number;
}

/** What a text points at. */
export interface TextReferences {
  /** Addresses from the site's root, as written. */
  links: TextReference[];
  /** Names of image files in the article's folder, NFC. */
  images: TextReference[];
}

/** What is known about the article and its outlet. Without its sources, footnotes are not checked. */
export interface TextContext {
  sources?: readonly Source[] | undefined;
  origin?: string | undefined;
}

/** Looks through the Markdown of a file: raw HTML, links, images, footnotes, headings. */
export function checkText(
  split: SplitFile,
  file: string,
  context: TextContext,
): { problems: Problem[]; references: TextReferences } {
  const facts = inspectBody(split.body);
  const lineOf = (at: Point): { line: number; column: number } => ({
    line: at.line + split.bodyLine - 1,
    column: at.column,
  });
  const problems = notesOf(facts, context).map(({ at, ...note }) =>
    placeFinding({ ...note, path: [] }, file, lineOf(at)),
  );
  return {
    problems,
    references: {
      links: facts.links
        .filter(({ url, refused }) => refused === undefined && url.startsWith('/'))
        .map(({ url, at }) => ({ target: url, ...lineOf(at) })),
      images: facts.images
        .filter(({ refused }) => refused === undefined)
        .map(({ file: name, at }) => ({ target: name.normalize('NFC'), ...lineOf(at) })),
    },
  };
}

function notesOf(facts: BodyFacts, context: TextContext): TextNote[] {
  if (facts.refused !== undefined) return [refusedNote(facts.refused)];
  return [
    ...facts.html.filter(({ allowed }) => !allowed).map(htmlNote),
    ...facts.links.flatMap((link) => linkNotes(link, context.origin)),
    ...facts.images.flatMap(imageNotes),
    ...(context.sources === undefined ? [] : checkFootnotes(facts, context.sources)),
    ...facts.headings.filter(({ depth }) => depth === 1).map(headingNote),
  ];
}

const refusedNote = ({ reason, at }: { reason: string; at: Point }): TextNote => ({
  code: 'text-refused',
  at,
  message: `The text cannot be read as Markdown: ${reason}.`,
  remedy: 'Shorten or simplify this part.',
});

const headingNote = ({ text, at }: { text: string; at: Point }): TextNote => ({
  code: 'text-heading-level',
  at,
  found: shorten(text),
  message: 'A heading in the text is of the first level.',
  why: 'The first level is the article’s title; screen readers find their way by it.',
  remedy: 'Begin the line with “##”.',
  example: `## ${shorten(text, 60)}`,
});
