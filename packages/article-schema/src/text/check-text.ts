import { type LintContext, lintText } from '../lint/lint-text.ts';
import { inspectBody, type BodyFacts, type Point } from '@tamizdat/body';
import { shorten } from '../characters/count.ts';
import { type FieldPath, type InBoth, placeFinding, type Problem } from '@tamizdat/problem';
import type { Source } from '../schema/article.ts';
import { checkFootnotes } from './check-footnotes.ts';
import { captionNotes, leftoverNotes } from './leftover-notes.ts';
import type { MarkdownText } from './markdown-text.ts';
import { misleadingNotes } from './misleading-link.ts';
import { misreadNotes } from './misread-notes.ts';
import { htmlNote, imageNotes, linkNotes, undefinedLink, type TextNote } from './text-notes.ts';

/** Something in a text that points elsewhere, with its line and column in the file. */
export interface TextReference {
  target: string;
  line: number;
  column: number;
  /** The field, where it is not the text after the front matter. */
  field?: FieldPath;
}

/** A link to a place of the page it stands on. */
export interface OwnFragment extends TextReference {
  /** Prefix of the ids of the text it stands in. */
  fragment: string;
}

/** What the texts of a file point at. */
export interface TextReferences {
  /** Addresses from the site's root, as written. */
  links: TextReference[];
  /** Names of image files in the file's folder, NFC. */
  images: TextReference[];
}

/** What is known about the article and its outlet. Without its sources, footnotes are not checked. */
export interface TextContext {
  sources?: readonly Source[] | undefined;
  origin?: string | undefined;
  /** BCP 47. */
  lang?: string | undefined;
  /** What rules of style are told; without it they say nothing. */
  lint?: LintContext;
}

/** What came out of looking through texts. */
export interface CheckedTexts {
  problems: Problem[];
  references: TextReferences;
  /** Links to places of the same page. */
  fragments: OwnFragment[];
}

/** Looks through all Markdown of a file: raw HTML, links, images, footnotes, headings. */
export function checkTexts(
  texts: readonly MarkdownText[],
  file: string,
  context: TextContext,
): CheckedTexts {
  const checked = texts.map((text) => checkText(text, file, context));
  return {
    problems: checked.flatMap(({ problems }) => problems),
    references: {
      links: checked.flatMap(({ references }) => references.links),
      images: checked.flatMap(({ references }) => references.images),
    },
    fragments: checked.flatMap(({ fragments }) => fragments),
  };
}

function checkText(text: MarkdownText, file: string, context: TextContext): CheckedTexts {
  const facts = inspectBody(text.markdown);
  const { path, fragment } = text;
  const notes = [
    ...notesOf(facts, text.markdown, context),
    ...styleNotes(facts, text.markdown, context),
  ];
  const problems = notes.map(({ at, ...note }) =>
    placeFinding({ ...note, path }, file, text.spanOf(at)),
  );
  const refer = (target: string, at: Point): TextReference => {
    const { line, column } = text.spanOf(at);
    return { target, line, column, ...(path.length === 0 ? {} : { field: path }) };
  };
  const links = facts.links.filter(({ refused }) => refused === undefined);
  const images = facts.images.filter(({ refused }) => refused === undefined);
  return {
    problems,
    references: {
      links: links.filter(({ url }) => url.startsWith('/')).map(({ url, at }) => refer(url, at)),
      images: images.map(({ file: name, at }) => refer(name.normalize('NFC'), at)),
    },
    fragments: links
      .filter(({ url }) => url.startsWith('#'))
      .map(({ url, at }) => ({ ...refer(url, at), fragment })),
  };
}

/** Rows whose signs are told with the row. */
const CELLS: ReadonlySet<string> = new Set(['row-long', 'row-code']);

function notesOf(facts: BodyFacts, markdown: string, context: TextContext): TextNote[] {
  if (facts.refused !== undefined) return [refusedNote(facts.refused)];
  return [
    ...facts.html.filter(({ allowed }) => !allowed).map(htmlNote),
    ...facts.links.flatMap((link) => linkNotes(link, context.origin)),
    ...facts.namedLinks.flatMap(misleadingNotes),
    ...facts.undefinedLinks.map(undefinedLink),
    ...facts.images.flatMap(imageNotes),
    ...facts.images.flatMap(captionNotes),
    ...(context.sources === undefined ? [] : checkFootnotes(facts, context.sources)),
    ...misreadNotes(facts.misread, context.lang),
    ...leftoverNotes(facts.prose, markdown).filter(
      ({ at }) =>
        !facts.misread.some(({ kind, at: row }) => CELLS.has(kind) && row.line === at.line),
    ),
    ...facts.headings.filter(({ depth }) => depth === 1).map(headingNote),
  ];
}

function styleNotes(facts: BodyFacts, markdown: string, { lint, origin }: TextContext): TextNote[] {
  return lint === undefined || facts.refused !== undefined
    ? []
    : lintText(facts, markdown, lint, origin);
}

const refusedNote = ({ reason, at }: { reason: InBoth; at: Point }): TextNote => ({
  code: 'text-refused',
  at,
  message: `The text cannot be read as Markdown: ${reason.en}.`,
  remedy: 'Shorten or simplify this part.',
  ru: {
    message: `Этот текст не прочесть как Markdown: ${reason.ru}.`,
    remedy: 'Сократите или упростите эту часть.',
  },
});

const headingNote = ({ text, at }: { text: string; at: Point }): TextNote => ({
  code: 'text-heading-level',
  at,
  found: shorten(text),
  message: 'A heading in the text is of the first level.',
  why: 'The first level is the article’s title; screen readers find their way by it.',
  remedy: 'Begin the line with “##”.',
  ru: {
    message: 'В тексте стоит заголовок первого уровня.',
    why: 'Первый уровень — заголовок самой статьи; по уровням ориентируются экранные дикторы.',
    remedy: 'Начните строку с «##».',
  },
  example: `## ${shorten(text, 60)}`,
});
