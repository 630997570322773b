import { z } from 'zod';
import { metaOf } from '../fields/notes.ts';
import { SUPPORT_FIELDS } from '../fields/support-fields.ts';
import { FREQUENCIES } from '../vocabulary.ts';
import {
  LanguageSchema,
  LocalizedTextSchema,
  SlugSchema,
  textSchema,
  TimestampSchema,
} from './primitives.ts';
import { HttpsUrlSchema, LinkTemplateSchema } from './web-address.ts';

const about = (field: keyof typeof SUPPORT_FIELDS) => metaOf(SUPPORT_FIELDS, field);

/** ISO 4217 code, or a coin's usual one (BTC, XMR). */
const CurrencySchema = z.string().regex(/^[A-Z]{3,5}$/);
/** In whole units of the currency. */
const AmountSchema = z.number().positive().max(1_000_000);
const FrequencySchema = z.enum(FREQUENCIES);

const OfferSchema = z.strictObject({
  choices: z.array(AmountSchema).min(1).max(12),
  default: AmountSchema,
});

/** Amounts by frequency and currency. */
const AmountsSchema = z.partialRecord(FrequencySchema, z.record(CurrencySchema, OfferSchema));

const MethodSchema = z.strictObject({
  id: SlugSchema.meta(about('support.methods[].id')),
  name: LocalizedTextSchema.meta(about('support.methods[].name')),
  frequencies: z.array(FrequencySchema).min(1).max(3).meta(about('support.methods[].frequencies')),
  currencies: z.array(CurrencySchema).min(1).max(40).meta(about('support.methods[].currencies')),
  link: LinkTemplateSchema.meta(about('support.methods[].link')).optional(),
  links: z
    .array(
      z.strictObject({
        frequency: FrequencySchema,
        currency: CurrencySchema,
        amount: AmountSchema,
        url: HttpsUrlSchema.meta(about('support.methods[].links[].url')),
      }),
    )
    .min(1)
    .max(200)
    .meta(about('support.methods[].links'))
    .optional(),
  account: z
    .strictObject({ lines: LocalizedTextSchema, qr: textSchema(1_000).optional() })
    .meta(about('support.methods[].account'))
    .optional(),
});

const NoticeSchema = z.strictObject({
  /** ISO 3166-1 alpha-2. */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .max(100),
  text: LocalizedTextSchema,
});

const AppealSchema = z.strictObject({
  id: SlugSchema,
  /** Markdown per language. */
  text: LocalizedTextSchema,
  from: TimestampSchema.optional(),
  until: TimestampSchema.optional(),
  editions: z.array(LanguageSchema).min(1).max(20).optional(),
});

/** How readers can give: the block `support` of `content/outlet.yaml`. */
export const SupportSchema = z
  .strictObject({
    currencies: z.array(CurrencySchema).min(1).max(40).meta(about('support.currencies')),
    amounts: AmountsSchema.meta(about('support.amounts')),
    methods: z.array(MethodSchema).max(40).meta(about('support.methods')),
    notices: z.array(NoticeSchema).max(40).meta(about('support.notices')).default([]),
    appeals: z.array(AppealSchema).max(40).meta(about('support.appeals')).default([]),
  })
  .meta(about('support'));
export type Support = z.infer<typeof SupportSchema>;
export type SupportMethod = z.infer<typeof MethodSchema>;
