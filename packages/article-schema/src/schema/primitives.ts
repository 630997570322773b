import { z } from 'zod';
import { countCharacters } from '../characters/count.ts';
import { ADDRESS_MAX, LIST_MAX } from '../limits.ts';
import { isInstant } from '../rules/instant.ts';

/** ULID as in the specification: 26 characters of Crockford's base 32, the first at most 7. */
export const UlidSchema = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
/** ASCII kebab-case, the form of every id and address part. */
export const SlugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(100);
/** A path of kebab-case parts from the site's root, without `.html`. */
export const AddressPathSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/)
  .max(ADDRESS_MAX);
/** A feed that there was: such a path, or a file that ends in `.xml`. */
export const FeedPathSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*(?:\.xml)?$/)
  .max(ADDRESS_MAX);
/** BCP 47 language tag: language, optional script, optional region. */
export const LanguageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/);
/** RFC 3339 date-time with an offset, kept as written. A space for the `T` is what YAML timestamps allow. */
export const TimestampSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:[Zz]|[+-]\d{2}:\d{2})$/)
  .refine(isInstant)
  .transform((text) => text.replace(' ', 'T').replace('t', 'T').replace('z', 'Z'));
/** A file beside the article: no folder, no parent. */
export const FileNameSchema = z
  .string()
  .regex(/^(?!\.)[^/\\\p{Cc}]+$/u)
  .max(120);

/** Text of `min` to `max` characters (Unicode code points), without white space around it. */
export function textSchema(max: number, min = 1): z.ZodString {
  return z
    .string()
    .trim()
    .check((context) => {
      const length = countCharacters(context.value);
      const common = { origin: 'string', inclusive: true, input: context.value } as const;
      if (length > max) context.issues.push({ ...common, code: 'too_big', maximum: max });
      if (length < min) context.issues.push({ ...common, code: 'too_small', minimum: min });
    })
    .meta({ minLength: min, maxLength: max });
}

/** Text that is printed on one line: a title, a name. YAML's `|`, and an empty line, put line feeds into it. */
export function lineSchema(max: number, min = 1): z.ZodString {
  return textSchema(max, min)
    .check(({ value: input, issues }) => {
      if (!input.includes('\n')) return;
      issues.push({ code: 'custom', input, params: { severalLines: true } });
    })
    .meta({ minLength: min, maxLength: max });
}

/** A name per language, keyed by the outlet's languages. */
export const LocalizedLineSchema = z.record(z.string(), lineSchema(2_000));

/** Addresses that a page had before, by the language in which it stands now. */
export const FormerAddressesSchema = z.record(z.string(), z.array(AddressPathSchema).max(LIST_MAX));

/** Addresses that its feed had before, likewise. */
export const FormerFeedsSchema = z.record(z.string(), z.array(FeedPathSchema).max(LIST_MAX));

/** A text per language, keyed by the outlet's languages. */
export const LocalizedTextSchema = z.record(z.string(), textSchema(2_000));
export type LocalizedText = z.infer<typeof LocalizedTextSchema>;
