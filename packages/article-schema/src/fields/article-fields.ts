import { IDENTITY } from './article/identity.ts';
import { HEADLINE } from './article/headline.ts';
import { MAKERS } from './article/makers.ts';
import { TIMES } from './article/times.ts';
import { LEAD_IMAGE } from './article/lead-image.ts';
import { CORRECTIONS } from './article/corrections.ts';
import { SOURCES } from './article/sources.ts';
import { LIVE } from './article/live.ts';
import { AROUND } from './article/around.ts';
import type { FieldTable } from './notes.ts';

/** Front matter of an article, in the order in which the reference page shows it. */
export const ARTICLE_FIELDS = {
  ...IDENTITY,
  ...HEADLINE,
  ...MAKERS,
  ...TIMES,
  ...LEAD_IMAGE,
  ...CORRECTIONS,
  ...SOURCES,
  ...LIVE,
  ...AROUND,
} as const satisfies FieldTable;
