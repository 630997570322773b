import { IDENTITY } from './outlet/identity.ts';
import { LANGUAGES } from './outlet/languages.ts';
import { LISTS } from './outlet/lists.ts';
import { NAVIGATION } from './outlet/navigation.ts';
import { IMPRINT } from './outlet/imprint.ts';
import { VERIFICATION } from './outlet/verification.ts';
import { OFFLINE } from './outlet/offline.ts';
import type { FieldTable } from './notes.ts';
import { FORMER_ADDRESS_FIELDS, FORMER_FEED_FIELDS, inRecords } from './former-fields.ts';
import { SUPPORT_FIELDS } from './support-fields.ts';

/** The outlet, `content/outlet.yaml`. */
export const OUTLET_FIELDS = {
  ...IDENTITY,
  ...LANGUAGES,
  ...LISTS,
  ...NAVIGATION,
  ...IMPRINT,
  ...VERIFICATION,
  ...OFFLINE,
  ...inRecords('sections', { ...FORMER_ADDRESS_FIELDS, ...FORMER_FEED_FIELDS }),
  ...inRecords('tags', { ...FORMER_ADDRESS_FIELDS, ...FORMER_FEED_FIELDS }),
  ...inRecords('series', FORMER_ADDRESS_FIELDS),
  ...FORMER_FEED_FIELDS,
  ...SUPPORT_FIELDS,
} as const satisfies FieldTable;
