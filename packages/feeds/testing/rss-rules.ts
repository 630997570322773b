import type { ElementRules } from './element-rules.ts';
import { MEDIA_CONTENT } from './media-rules.ts';
import {
  ABSOLUTE_URL,
  LANGUAGE,
  MEDIA_TYPE,
  NOT_BLANK,
  oneOf,
  PLAIN_TEXT,
  POSITIVE_INTEGER,
  RFC_3339_DATE,
  RFC_822_DATE,
  TAG_URI,
} from './value-rules.ts';

const ITEM: ElementRules = {
  max: Infinity,
  children: {
    title: { min: 1, text: [NOT_BLANK] },
    link: { min: 1, text: [ABSOLUTE_URL] },
    guid: { min: 1, text: [TAG_URI], attributes: { isPermaLink: oneOf('false') } },
    pubDate: { min: 1, text: [RFC_822_DATE] },
    description: { html: true },
    category: { max: Infinity, text: [NOT_BLANK] },
    enclosure: {
      attributes: { url: ABSOLUTE_URL, length: POSITIVE_INTEGER, type: MEDIA_TYPE },
    },
    'content:encoded': { html: true },
    'dc:creator': { max: Infinity, text: [NOT_BLANK] },
    'dc:language': { text: [LANGUAGE] },
    'atom:updated': { text: [RFC_3339_DATE] },
    'media:content': MEDIA_CONTENT,
  },
};

const CHANNEL: ElementRules = {
  min: 1,
  children: {
    title: { min: 1, text: [NOT_BLANK, PLAIN_TEXT] },
    link: { min: 1, text: [ABSOLUTE_URL] },
    description: { min: 1, text: [NOT_BLANK, PLAIN_TEXT] },
    language: { min: 1, text: [LANGUAGE] },
    copyright: { text: [NOT_BLANK] },
    lastBuildDate: { min: 1, text: [RFC_822_DATE] },
    'atom:link': {
      min: 1,
      attributes: {
        href: ABSOLUTE_URL,
        rel: oneOf('self'),
        type: oneOf('application/rss+xml'),
      },
    },
    image: {
      children: {
        url: { min: 1, text: [ABSOLUTE_URL] },
        title: { min: 1, text: [NOT_BLANK] },
        link: { min: 1, text: [ABSOLUTE_URL] },
      },
    },
    item: ITEM,
  },
};

/** RSS 2.0.11, its best practices profile, and what Tamizdat promises beyond both. */
export const RSS: ElementRules = {
  attributes: { version: oneOf('2.0') },
  children: { channel: CHANNEL },
};
