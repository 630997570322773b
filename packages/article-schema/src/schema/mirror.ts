import { z } from 'zod';
import { MIRROR_FIELDS } from '../fields/mirror-fields.ts';
import { metaOf } from '../fields/notes.ts';
import {
  ARCHIVE_TRACKERS_MAX,
  ARCHIVES_MAX,
  HOST_LABEL_MAX,
  MIRROR_NAMES_MAX,
  MIRROR_PLACE_MAX,
  MIRRORS_MAX,
  PASS_ON_NAMES_MAX,
  RENEWAL_CONTROLS_MAX,
  RENEWAL_LOOKS_MAX,
  RENEWAL_MINUTES_MAX,
} from '../limits.ts';
import { ARCHIVE_KINDS, MIRROR_KINDS } from '../vocabulary.ts';
import { LanguageSchema, lineSchema, SlugSchema } from './primitives.ts';

const about = (field: keyof typeof MIRROR_FIELDS) => metaOf(MIRROR_FIELDS, field);

/** A place, judged by the rules: their messages never repeat one that holds a password. */
const PlaceSchema = lineSchema(MIRROR_PLACE_MAX);

/** What may stand in the place of a wildcard address's “*”. */
const LabelSchema = SlugSchema.max(HOST_LABEL_MAX);

/** Where a mirror's files are put: what each kind needs, and what it may have besides. Others have no use for a setting. */
export const MirrorPlaceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), folder: PlaceSchema }),
  z.object({
    kind: z.literal('git'),
    repository: PlaceSchema,
    branch: PlaceSchema.default('pages'),
    squash: z.boolean().default(false),
  }),
  z.object({
    kind: z.literal('rclone'),
    remote: PlaceSchema,
    compress: z.boolean().default(false),
  }),
  // Others copy it; nothing is sent.
  z.object({ kind: z.literal('copied') }),
]);
export type MirrorPlace = z.output<typeof MirrorPlaceSchema>;

/** One mirror as it is written. */
export const MirrorEntrySchema = z.strictObject({
  name: SlugSchema.meta(about('mirrors[].name')),
  address: PlaceSchema.meta(about('mirrors[].address')),
  names: z.array(LabelSchema).max(MIRROR_NAMES_MAX).meta(about('mirrors[].names')).optional(),
  feeds: LabelSchema.meta(about('mirrors[].feeds')).optional(),
  passOn: z
    .array(LabelSchema)
    .min(1)
    .max(PASS_ON_NAMES_MAX)
    .meta(about('mirrors[].passOn'))
    .optional(),
  kind: z.enum(MIRROR_KINDS).meta(about('mirrors[].kind')),
  folder: PlaceSchema.meta(about('mirrors[].folder')).optional(),
  repository: PlaceSchema.meta(about('mirrors[].repository')).optional(),
  branch: PlaceSchema.meta(about('mirrors[].branch')).optional(),
  squash: z.boolean().meta(about('mirrors[].squash')).optional(),
  remote: PlaceSchema.meta(about('mirrors[].remote')).optional(),
  compress: z.boolean().meta(about('mirrors[].compress')).optional(),
  languages: z.array(LanguageSchema).max(20).meta(about('mirrors[].languages')).default([]),
  channel: SlugSchema.meta(about('mirrors[].channel')).optional(),
  worker: z.boolean().meta(about('mirrors[].worker')).optional(),
});
export type MirrorEntry = z.infer<typeof MirrorEntrySchema>;

/** One file that holds the whole site, as it is written. */
export const ArchiveEntrySchema = z.strictObject({
  name: SlugSchema.meta(about('archives[].name')),
  kind: z.enum(ARCHIVE_KINDS).meta(about('archives[].kind')),
  file: PlaceSchema.meta(about('archives[].file')),
  seeds: z.array(SlugSchema).max(MIRRORS_MAX).meta(about('archives[].seeds')).optional(),
  trackers: z
    .array(PlaceSchema)
    .max(ARCHIVE_TRACKERS_MAX)
    .meta(about('archives[].trackers'))
    .optional(),
});
export type ArchiveEntry = z.infer<typeof ArchiveEntrySchema>;

/** An address that is not the outlet's, with a certificate: what answers for every name has none for it. */
const ControlSchema = PlaceSchema.regex(
  /^https:\/\/[a-z0-9]+(?:[.-][a-z0-9]+)*(?::\d{1,5})?\/[^\s@#?*]*$/i,
);

/** By what rules names that are blocked give way to the next ones, as it is written. */
export const RenewalSchema = z.strictObject({
  alive: z.int().min(1).max(MIRRORS_MAX).meta(about('renewal.alive')).default(3),
  looks: z.int().min(2).max(RENEWAL_LOOKS_MAX).meta(about('renewal.looks')).default(3),
  minutes: z.int().min(1).max(RENEWAL_MINUTES_MAX).meta(about('renewal.minutes')).default(30),
  daily: z.int().min(0).max(MIRRORS_MAX).meta(about('renewal.daily')).default(4),
  controls: z
    .array(ControlSchema.meta(about('renewal.controls[]')))
    .min(1)
    .max(RENEWAL_CONTROLS_MAX)
    .meta(about('renewal.controls'))
    .optional(),
});
export type Renewal = z.infer<typeof RenewalSchema>;

/** `content/mirrors.yaml`, and the file of reserve mirrors. */
export const MirrorsSchema = z.strictObject({
  mirrors: z.array(MirrorEntrySchema).max(MIRRORS_MAX).meta(about('mirrors')),
  archives: z.array(ArchiveEntrySchema).max(ARCHIVES_MAX).meta(about('archives')).optional(),
  renewal: RenewalSchema.meta(about('renewal')).optional(),
});
