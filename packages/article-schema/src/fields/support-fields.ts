import { AMOUNTS } from './support/amounts.ts';
import { METHODS } from './support/methods.ts';
import { ACCOUNT } from './support/account.ts';
import { NOTICES } from './support/notices.ts';
import { NEWSLETTERS } from './support/newsletters.ts';
import type { FieldTable } from './notes.ts';

/** The blocks `support` and `newsletters` of `content/outlet.yaml`. */
export const SUPPORT_FIELDS = {
  ...AMOUNTS,
  ...METHODS,
  ...ACCOUNT,
  ...NOTICES,
  ...NEWSLETTERS,
} as const satisfies FieldTable;
