import type { Finding } from './finding.ts';
import { verifyHtml } from './html-rules.ts';
import {
  ABSOLUTE_URL,
  LANGUAGE,
  MEDIA_TYPE,
  NOT_BLANK,
  oneOf,
  RFC_3339_DATE,
  TAG_URI,
} from './value-rules.ts';
import type { ValueRule } from './value-rules.ts';

/** What a member's value must be, and whether it must be there. */
interface Member {
  required?: true;
  verify: (value: unknown, at: string) => Finding[];
}

type Shape = Record<string, Member>;

function text(rule: ValueRule): Member['verify'] {
  return (value, at) =>
    typeof value === 'string' && rule.holds(value)
      ? []
      : [{ rule: rule.rule, at, found: JSON.stringify(value) }];
}

function listOf(verify: Member['verify']): Member['verify'] {
  return (value, at) =>
    Array.isArray(value)
      ? value.flatMap((inner, index) => verify(inner, `${at}[${index + 1}]`))
      : [{ rule: 'NotAList', at, found: JSON.stringify(value) }];
}

function verifyMember(shape: Shape, key: string, value: unknown, at: string): Finding[] {
  const member = shape[key];
  return member ? member.verify(value, at) : [{ rule: 'UndefinedMember', at, found: key }];
}

function object(shape: Shape): Member['verify'] {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return [{ rule: 'NotAnObject', at, found: JSON.stringify(value) }];
    }
    const missing = Object.keys(shape).filter((key) => shape[key]?.required && !(key in value));
    return [
      ...missing.map((found) => ({ rule: 'MissingMember', at, found })),
      ...Object.entries(value).flatMap(([key, inner]) =>
        verifyMember(shape, key, inner, `${at}.${key}`),
      ),
    ];
  };
}

function verifyBytes(value: unknown, at: string): Finding[] {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return [];
  return [{ rule: 'InvalidInteger', at, found: JSON.stringify(value) }];
}

function verifyContent(value: unknown, at: string): Finding[] {
  if (typeof value !== 'string') return [{ rule: 'NotText', at, found: JSON.stringify(value) }];
  return verifyHtml(value).map((found) => ({ rule: found.split(' ')[0] ?? '', at, found }));
}

const AUTHORS: Member = {
  verify: listOf(
    object({
      name: { required: true, verify: text(NOT_BLANK) },
      url: { verify: text(ABSOLUTE_URL) },
    }),
  ),
};

const ITEM: Shape = {
  id: { required: true, verify: text(TAG_URI) },
  url: { required: true, verify: text(ABSOLUTE_URL) },
  title: { required: true, verify: text(NOT_BLANK) },
  summary: { verify: text(NOT_BLANK) },
  content_html: { required: true, verify: verifyContent },
  date_published: { required: true, verify: text(RFC_3339_DATE) },
  date_modified: { verify: text(RFC_3339_DATE) },
  authors: AUTHORS,
  tags: { verify: listOf(text(NOT_BLANK)) },
  language: { required: true, verify: text(LANGUAGE) },
  image: { verify: text(ABSOLUTE_URL) },
  attachments: {
    verify: listOf(
      object({
        url: { required: true, verify: text(ABSOLUTE_URL) },
        mime_type: { required: true, verify: text(MEDIA_TYPE) },
        size_in_bytes: { required: true, verify: verifyBytes },
      }),
    ),
  },
};

const FEED: Shape = {
  version: { required: true, verify: text(oneOf('https://jsonfeed.org/version/1.1')) },
  title: { required: true, verify: text(NOT_BLANK) },
  home_page_url: { required: true, verify: text(ABSOLUTE_URL) },
  feed_url: { required: true, verify: text(ABSOLUTE_URL) },
  description: { verify: text(NOT_BLANK) },
  icon: { verify: text(ABSOLUTE_URL) },
  language: { required: true, verify: text(LANGUAGE) },
  authors: AUTHORS,
  items: { required: true, verify: listOf(object(ITEM)) },
};

function verifyUniqueIds(feed: unknown): Finding[] {
  const items = (feed as { items?: unknown }).items;
  if (!Array.isArray(items)) return [];
  const ids = items.map((item) => (item as { id?: unknown } | null)?.id);
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => ({ rule: 'DuplicateGuid', at: 'feed.items', found: JSON.stringify(id) }));
}

/** What breaks a rule in a JSON Feed 1.1 document. */
export function verifyJsonFeed(document: string): Finding[] {
  let feed: unknown;
  try {
    feed = JSON.parse(document);
  } catch (error) {
    return [{ rule: 'NotJson', at: '', found: String(error) }];
  }
  const findings = object(FEED)(feed, 'feed');
  return typeof feed === 'object' && feed !== null
    ? [...findings, ...verifyUniqueIds(feed)]
    : findings;
}
