import { findForbidden, findReferences } from '../characters/forbidden.ts';
import type { SplitFile } from '../front-matter/split.ts';
import { placeFinding, type Problem } from '@tamizdat/problem';
import { bodyText, type MarkdownText } from './markdown-text.ts';

/** Forbidden characters of the text after the front matter, written as they are or as HTML references. */
export function hiddenInBody(split: SplitFile, file: string): Problem[] {
  const written = findForbidden(split.body, split.bodyLine).map(({ finding, span }) =>
    placeFinding(finding, file, span),
  );
  return [...written, ...hiddenReferences(bodyText(split), file)];
}

/** Forbidden characters of a Markdown text that are written as HTML references. */
export function hiddenReferences(
  { markdown, path, spanOf }: MarkdownText,
  file: string,
): Problem[] {
  return findReferences(markdown).map(({ finding, at, length }) =>
    placeFinding({ ...finding, path }, file, { ...spanOf(at), length }),
  );
}
