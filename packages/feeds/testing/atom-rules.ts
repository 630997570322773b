import type { ElementRules } from './element-rules.ts';
import { MEDIA_CONTENT } from './media-rules.ts';
import {
  ABSOLUTE_URL,
  LANGUAGE,
  MEDIA_TYPE,
  NOT_BLANK,
  oneOf,
  POSITIVE_INTEGER,
  RFC_3339_DATE,
  TAG_URI,
} from './value-rules.ts';

const PERSON: ElementRules = {
  max: Infinity,
  children: {
    'atom:name': { min: 1, text: [NOT_BLANK] },
    'atom:uri': { text: [ABSOLUTE_URL] },
  },
};

const LINK: ElementRules = {
  min: 1,
  max: Infinity,
  attributes: {
    href: ABSOLUTE_URL,
    rel: oneOf('self', 'alternate', 'enclosure'),
    type: MEDIA_TYPE,
  },
  optional: { hreflang: LANGUAGE, length: POSITIVE_INTEGER },
};

const ENTRY: ElementRules = {
  max: Infinity,
  optional: { 'xml:lang': LANGUAGE },
  children: {
    'atom:id': { min: 1, text: [TAG_URI] },
    'atom:title': { min: 1, text: [NOT_BLANK] },
    'atom:link': LINK,
    'atom:published': { min: 1, text: [RFC_3339_DATE] },
    'atom:updated': { min: 1, text: [RFC_3339_DATE] },
    'atom:author': PERSON,
    'atom:category': { max: Infinity, attributes: { term: NOT_BLANK } },
    'atom:summary': { text: [NOT_BLANK] },
    'atom:content': { min: 1, html: true, attributes: { type: oneOf('html') } },
    'media:content': MEDIA_CONTENT,
  },
};

/** Atom 1.0 (RFC 4287) and what Tamizdat promises beyond it. */
export const ATOM: ElementRules = {
  attributes: { 'xml:lang': LANGUAGE },
  children: {
    'atom:id': { min: 1, text: [TAG_URI] },
    'atom:title': { min: 1, text: [NOT_BLANK] },
    'atom:subtitle': { text: [NOT_BLANK] },
    'atom:link': LINK,
    'atom:updated': { min: 1, text: [RFC_3339_DATE] },
    'atom:author': { ...PERSON, min: 1 },
    'atom:rights': { text: [NOT_BLANK] },
    'atom:icon': { text: [ABSOLUTE_URL] },
    'atom:entry': ENTRY,
  },
};
