import type { ElementRules } from './element-rules.ts';
import { ABSOLUTE_URL, MEDIA_TYPE, NOT_BLANK, oneOf, POSITIVE_INTEGER } from './value-rules.ts';

/** Media RSS 1.5.1, as far as a lead image needs it; sizes are required here. */
export const MEDIA_CONTENT: ElementRules = {
  attributes: {
    url: ABSOLUTE_URL,
    type: MEDIA_TYPE,
    fileSize: POSITIVE_INTEGER,
    width: POSITIVE_INTEGER,
    height: POSITIVE_INTEGER,
    medium: oneOf('image'),
  },
  children: {
    'media:description': { text: [NOT_BLANK], attributes: { type: oneOf('plain') } },
    'media:credit': { text: [NOT_BLANK], max: Infinity },
  },
};
