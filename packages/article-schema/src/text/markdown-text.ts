import type { Point } from '@tamizdat/body';
import type { SplitFile } from '../front-matter/split.ts';
import type { YamlRecord } from '../parse/yaml-record.ts';
import { isRecord } from '../parse/shape.ts';
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

/** Where an article's printed words stand that are no Markdown: those of its own language. */
export function plainFields(data: Record<string, unknown> | undefined): FieldPath[] {
  if (data === undefined) return [];
  const { live, corrections, sources, contentWarnings } = data;
  const entries: unknown = isRecord(live) ? live['entries'] : undefined;
  const each = (list: unknown, ...path: FieldPath): FieldPath[] =>
    Array.isArray(list)
      ? list.map((_, index) => [...path.slice(0, -1), index, ...path.slice(-1)])
      : [];
  return [
    ['title'],
    ['kicker'],
    ['standfirst'],
    ['dateline'],
    ['leadImage', 'alt'],
    ['leadImage', 'caption'],
    ['leadImage', 'credit'],
    ['leadImage', 'licence'],
    ['original', 'publisher'],
    ['original', 'licence'],
    ['newsletter', 'blurb'],
    ...each(corrections, 'corrections', 'text'),
    ...each(sources, 'sources', 'title'),
    ...each(contentWarnings, 'contentWarnings', 'note'),
    ...each(entries, 'live', 'entries', 'title'),
  ];
}

/** The fields of an article that are Markdown, right or wrong otherwise. */
export function fieldTexts({
  data,
  stringAt,
}: Pick<YamlRecord<unknown>, 'data' | 'stringAt'>): MarkdownText[] {
  if (data === undefined) return [];
  const live = data['live'];
  const entries: unknown = isRecord(live) ? live['entries'] : undefined;
  const fields: [FieldPath, string][] = [
    [['editorsNote'], NOTE_FRAGMENT],
    ...(Array.isArray(entries) ? entries : []).map((entry: unknown, index): [FieldPath, string] => [
      ['live', 'entries', index, 'body'],
      entryFragment(isRecord(entry) ? String(entry['id']) : ''),
    ]),
  ];
  return fields.flatMap(([path, fragment]) => {
    const text = stringAt(path);
    if (text === undefined) return [];
    // What surrounds the text is dropped before it is rendered: left in, it could make code of it.
    const markdown = text.value.trim();
    const start = text.value.indexOf(markdown);
    return [
      { markdown, path, fragment, spanOf: ({ offset }: Point) => text.spanOf(start + offset) },
    ];
  });
}
