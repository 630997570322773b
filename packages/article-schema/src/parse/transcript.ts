import { composeBody } from '@tamizdat/body';
import type { SplitFile } from '../front-matter/split.ts';
import { type Finding, inOrder, placeFinding, type Problem } from '@tamizdat/problem';
import { checkTexts, type TextReferences } from '../text/check-text.ts';
import { hiddenInBody } from '../text/hidden-characters.ts';
import { bodyText } from '../text/markdown-text.ts';
import { problemFile, type ParseContext } from './context.ts';
import { deadFragments } from './markdown-file.ts';

/** What came out of a recording's transcript. */
export interface ParsedTranscript {
  problems: Problem[];
  references: TextReferences;
}

/** A transcript's Markdown: the whole file, without a byte order mark, line ends as `\n`, in NFC. */
export function transcriptText(text: string): string {
  return composeBody(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
}

/** Looks through a recording's transcript, `<name>.transcript.md`, untrusted. Never throws. */
export function parseTranscript(text: string, context: ParseContext): ParsedTranscript {
  const file = problemFile(context);
  const body = transcriptText(text);
  const split: SplitFile = { yaml: '', yamlLine: 1, body, bodyLine: 1 };
  const { problems, references, fragments } = checkTexts([bodyText(split)], file, {
    sources: [],
    origin: context.outlet?.origin,
  });
  const [, lang = ''] = context.path.split('/');
  const at = references.images[0] ?? { line: 1, column: 1 };
  const findings = [
    ...(body.trim() === '' ? [EMPTY] : []),
    ...(/^---[ \t]*\n/.test(body) ? [FRONT_MATTER] : []),
  ].map((finding) => placeFinding(finding, file, { line: 1, column: 1 }));
  const image = references.images.length === 0 ? [] : [placeFinding(IMAGE, file, at)];
  return {
    problems: inOrder([
      ...problems,
      ...findings,
      ...image,
      ...deadFragments(fragments, split, file, { lang }),
      ...hiddenInBody(split, file),
    ]),
    references: { links: references.links, images: [] },
  };
}

const EMPTY: Finding = {
  code: 'transcript-empty',
  path: [],
  message: 'The transcript is empty.',
  why: 'Who cannot hear, or has not the bytes to spare, reads it instead.',
  remedy: 'Write what is said and heard. Where nobody speaks, say that, and what is to be heard.',
  ru: {
    message: 'Расшифровка пустая.',
    why: 'Её читают те, кто не слышит или бережёт байты.',
    remedy:
      'Запишите всё, что говорят и что слышно. Если никто не говорит, так и скажите, и что слышно.',
    example: 'Никто не говорит. Вода течёт по камням; церковный колокол бьёт пять.',
  },
  example: 'Nobody speaks. Water runs over stone; a church bell strikes five.',
};

const FRONT_MATTER: Finding = {
  code: 'transcript-front-matter',
  path: [],
  message: 'The transcript begins with “---”.',
  why: 'A transcript has no fields: everything in it is shown.',
  remedy: 'Remove the front matter and begin with the first words.',
  ru: {
    message: 'Расшифровка начинается с «---».',
    why: 'У расшифровки нет полей: показывают всё, что в ней есть.',
    remedy: 'Уберите поля и начните с первых слов.',
  },
};

const IMAGE: Finding = {
  code: 'transcript-image',
  path: [],
  message: 'There is an image or a recording in the transcript.',
  remedy: 'Put it into the article’s text.',
  ru: {
    message: 'В расшифровке есть картинка или запись.',
    remedy: 'Перенесите её в текст статьи.',
  },
};
