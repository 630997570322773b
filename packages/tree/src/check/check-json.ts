import type { Finding } from '../finding.ts';
import { MAX_JSON_DEPTH, MAX_PROBLEMS_PER_FILE } from '../limits.ts';
import { checkHtml } from './check-xml.ts';

/** Finds addresses in JSON that start at the root of the host. `offset` is where the JSON stands in its file. */
export function checkJsonText(text: string, offset: number): Finding[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [{ ...INVALID, offset }];
  }
  const findings = [...findRootAddresses(value, '', 0)].flatMap(({ field, found }) =>
    isHtml(field)
      ? checkHtml(found, offset).map((finding) => ({ ...finding, field, within: found }))
      : [{ ...ROOT_ABSOLUTE, offset, field, found, within: found }],
  );
  return findings.slice(0, MAX_PROBLEMS_PER_FILE).map(({ within, ...finding }) => {
    const place = text.indexOf(JSON.stringify(within));
    return { ...finding, offset: offset + Math.max(place, 0) };
  });
}

interface JsonString {
  field: string;
  found: string;
}

/** A whole string that reads as a path or as an address without scheme. */
const ROOT_ADDRESS = /^\/{1,2}[^\s/]\S*$/;

/** Fields of schema.org, JSON Feed 1.1 and web manifests that people read: a title may be “/r/worldnews”. */
const TEXT_FIELDS: ReadonlySet<string> = new Set([
  ...['headline', 'name', 'description', 'text', 'title', 'summary'],
  ...['content_text', 'short_name', 'alternateName', 'articleSection'],
]);

/** A field of JSON Feed 1.1 whose text is HTML. */
const isHtml = (field: string): boolean => /(?:^|\.)content_html$/.test(field);

function* findRootAddresses(value: unknown, field: string, depth: number): Generator<JsonString> {
  const isText = TEXT_FIELDS.has(field.slice(field.lastIndexOf('.') + 1));
  if (typeof value === 'string' && (isHtml(field) || (!isText && ROOT_ADDRESS.test(value))))
    yield { field, found: value };
  if (typeof value !== 'object' || value === null || depth > MAX_JSON_DEPTH) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* findRootAddresses(inner, field === '' ? key : `${field}.${key}`, depth + 1);
  }
}

const INVALID = {
  code: 'json-invalid',
  message: 'The JSON cannot be read.',
  remedy: 'Write it with JSON.stringify, and escape < in a page as \\u003c.',
};

const ROOT_ABSOLUTE = {
  code: 'link-root-absolute',
  message: 'An address in JSON starts at the root of the host.',
  why: 'What reads it does not know where the tree stands.',
  remedy: 'Write a full address in feeds and JSON-LD, a relative one in a web manifest.',
};
