import type { Point } from '@tamizdat/body';
import { ARTICLE_FIELDS } from '../fields/article-fields.ts';
import { listTexts, textFields } from '../fields/text-fields.ts';
import type { SplitFile } from '../front-matter/split.ts';
import type { YamlRecord } from '../parse/yaml-record.ts';
import { valueAt } from '../explain/issues.ts';
import type { FieldPath, Span } from '@tamizdat/problem';
import { entryFragment, NOTE_FRAGMENT } from '../anchors/page-anchors.ts';

/** Markdown that stands somewhere in a file. */
export interface MarkdownText {
  /** As it is rendered, Unicode normalisation apart. */
  markdown: string;
  /** Its field; empty for the text after the front matter. */
  path: FieldPath;
  /** Prefix of its ids on the page. */
  fragment: string;
  /** Where a point of the Markdown stands in the file. */
  spanOf: (at: Point) => Span;
}

/** The text after the front matter. */
export function bodyText({ body, bodyLine }: SplitFile): MarkdownText {
  const spanOf = ({ line, column }: Point): Span => ({ line: line + bodyLine - 1, column });
  return { markdown: body, path: [], fragment: '', spanOf };
}

const PLAIN = textFields(ARTICLE_FIELDS, ['typeset', 'asWritten']);
const MARKDOWN = textFields(ARTICLE_FIELDS, ['markdown']);

/** Where an article's printed words stand that are no Markdown: those of its own language. */
export function plainFields(data: Record<string, unknown> | undefined): FieldPath[] {
  return data === undefined ? [] : listTexts(data, PLAIN);
}

/** The fields of an article that are Markdown, right or wrong otherwise. */
export function fieldTexts({
  data,
  stringAt,
}: Pick<YamlRecord<unknown>, 'data' | 'stringAt'>): MarkdownText[] {
  if (data === undefined) return [];
  return listTexts(data, MARKDOWN).flatMap((path) => {
    const text = stringAt(path);
    if (text === undefined) return [];
    // What surrounds the text is dropped before it is rendered: left in, it could make code of it.
    const markdown = text.value.trim();
    const start = text.value.indexOf(markdown);
    return [
      {
        markdown,
        path,
        fragment: fragmentOf(data, path),
        spanOf: ({ offset }: Point) => text.spanOf(start + offset),
      },
    ];
  });
}

/** Prefix of the ids of what stands in a field: an entry's own, or the note's. */
function fragmentOf(data: Record<string, unknown>, path: FieldPath): string {
  if (path[0] !== 'live') return NOTE_FRAGMENT;
  const id = valueAt(data, [...path.slice(0, -1), 'id']);
  return entryFragment(typeof id === 'string' ? id : '');
}
