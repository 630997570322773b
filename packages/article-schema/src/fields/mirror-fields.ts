import { MIRRORS } from './mirrors/mirrors.ts';
import { ARCHIVES } from './mirrors/archives.ts';
import { RENEWAL } from './mirrors/renewal.ts';
import type { FieldTable } from './notes.ts';

/** The announced mirrors, `content/mirrors.yaml`. */
export const MIRROR_FIELDS = {
  ...MIRRORS,
  ...ARCHIVES,
  ...RENEWAL,
} as const satisfies FieldTable;
