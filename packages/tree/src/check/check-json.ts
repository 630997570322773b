import type { Finding } from '../finding.ts';
import { MAX_JSON_DEPTH, MAX_PROBLEMS_PER_FILE } from '../limits.ts';
import { findScheme } from '../links/internal-link.ts';
import { checkHtml } from './check-xml.ts';

/**
 * Finds addresses in JSON that name no host: feeds and JSON-LD stand for themselves. `offset` is where the JSON stands in
 * its file; `resolves`: relative addresses are meant, as in a web manifest.
 */
export function checkJsonText(text: string, offset: number, resolves = false): Finding[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [{ ...INVALID, offset }];
  }
  const findings = [...findStrings(value, '', 0)].flatMap(({ field, found }) =>
    isHtml(field)
      ? checkHtml(found, offset).map((finding) => ({ ...finding, field, within: found }))
      : faultOf(field, found, resolves).map((fault) => ({
          ...fault,
          offset,
          field,
          found,
          within: found,
        })),
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
  ...['content_text', 'short_name', 'alternateName', 'articleSection', 'articleBody'],
  ...['tags', 'keywords', 'caption', 'creditText'],
]);

/** Fields of JSON Feed 1.1 and schema.org that hold an address, one or a list. */
const ADDRESS_FIELD =
  /(?:^|\.)(?:url|[a-z_]{1,20}_url|[a-z]{1,20}Url|icon|favicon|image|banner_image|avatar|logo|sameAs|@id)(?:\.\d+)?$/;

function faultOf(field: string, found: string, resolves: boolean): Fault[] {
  const [, name = ''] = /([^.]*)(?:\.\d+)?$/.exec(field) ?? [];
  if (TEXT_FIELDS.has(name)) return [];
  if (ROOT_ADDRESS.test(found)) return [ROOT_ABSOLUTE];
  const isRelative = ADDRESS_FIELD.test(field) && findScheme(found) === undefined;
  return isRelative && !resolves ? [RELATIVE] : [];
}

/** A field of JSON Feed 1.1 whose text is HTML. */
const isHtml = (field: string): boolean => /(?:^|\.)content_html$/.test(field);

function* findStrings(value: unknown, field: string, depth: number): Generator<JsonString> {
  if (typeof value === 'string') yield { field, found: value };
  if (typeof value !== 'object' || value === null || depth > MAX_JSON_DEPTH) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* findStrings(inner, field === '' ? key : `${field}.${key}`, depth + 1);
  }
}

const INVALID = {
  code: 'json-invalid',
  message: 'The JSON cannot be read.',
  remedy: 'Write it with JSON.stringify, and escape < in a page as \\u003c.',
  ru: {
    message: 'JSON не читается.',
    remedy: 'Запишите его через JSON.stringify, а знак < на странице — как \\u003c.',
  },
};

type Fault = Pick<Finding, 'code' | 'message' | 'why' | 'remedy' | 'ru'>;

const ROOT_ABSOLUTE: Fault = {
  code: 'link-root-absolute',
  message: 'An address in JSON starts at the root of the host.',
  why: 'What reads it does not know where the tree stands.',
  remedy: 'Write a full address in feeds and JSON-LD, a relative one in a web manifest.',
  ru: {
    message: 'Адрес в JSON начинается от корня хоста.',
    why: 'Тот, кто его читает, не знает, где лежит дерево.',
    remedy: 'В лентах и JSON-LD пишите полный адрес, в веб-манифесте — относительный.',
  },
};

const RELATIVE: Fault = {
  ...ROOT_ABSOLUTE,
  code: 'link-relative',
  message: 'An address in JSON is relative.',
  ru: { ...ROOT_ABSOLUTE.ru, message: 'Адрес в JSON относительный.' },
};
