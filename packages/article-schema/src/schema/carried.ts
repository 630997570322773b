import { z } from 'zod';
import { LanguageSchema, SlugSchema, UlidSchema } from './primitives.ts';

/** Class of what an export writes into a text for readers of another system, and which the fields below say again. */
export const CARRIED_CLASS = 'tamizdat-carried';
/** Name of a WordPress post's field that holds them. */
export const CARRIED_KEY = '_tamizdat';
/** UTF-16 code units of them as JSON: what Ghost keeps in a post's field. */
export const CARRIED_MAX = 65_535;

/** Fields of an article that other systems have no place for. */
export const CARRIED_FIELDS = [
  'translationKey',
  'formerAddresses',
  'feedId',
  'kind',
  'title',
  'kicker',
  'standfirst',
  'contributors',
  'dateline',
  'updatedAt',
  'leadImage',
  'corrections',
  'editorsNote',
  'editorsNoteAt',
  'series',
  'live',
  'contentWarnings',
  'original',
  'linkTo',
  'newsletter',
  'declined',
  'showAppeal',
] as const;
export type CarriedField = (typeof CARRIED_FIELDS)[number];

/**
 * What `tamizdat export` puts beside an article that goes to another system, so that `tamizdat import` can take it back.
 * The fields are as untrusted as all of an export: the check of the article judges them.
 */
export const CarriedSchema = z.strictObject({
  version: z.literal(1),
  id: UlidSchema,
  lang: LanguageSchema,
  slug: SlugSchema,
  fields: z.partialRecord(z.enum(CARRIED_FIELDS), z.unknown()),
});
export type Carried = z.infer<typeof CarriedSchema>;

/** Reads what an export put beside an article; undefined where it is nothing of ours. */
export function parseCarried(text: string): Carried | undefined {
  if (text.length > CARRIED_MAX || !text.startsWith('{')) return undefined;
  try {
    return CarriedSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
