import { z } from 'zod';
import { metaOf } from '../fields/notes.ts';
import { SUPPORT_FIELDS } from '../fields/support-fields.ts';
import { currencyCodeFault } from '../money/currency-code.ts';
import { FREQUENCIES, METHOD_MARKS } from '../vocabulary.ts';
import { AccountSchema } from './account.ts';
import { refuseWith } from './explained.ts';
import { LocalizedTextSchema, SlugSchema, textSchema } from './primitives.ts';
import { HttpsUrlSchema, LinkTemplateSchema } from './web-address.ts';

const about = (field: keyof typeof SUPPORT_FIELDS) => metaOf(SUPPORT_FIELDS, field);

/** ISO 4217 code, or a coin's usual one (BTC, XMR). */
const CurrencySchema = z
  .string()
  .check(refuseWith(currencyCodeFault))
  // For editors, which do not run the check.
  .meta({ pattern: '^[A-Z]{3}$' });
/** In whole units of the currency. */
const AmountSchema = z.number().positive().max(1_000_000);
const FrequencySchema = z.enum(FREQUENCIES);

const OfferSchema = z.strictObject({
  choices: z
    .array(AmountSchema.meta(about('support.amounts.choices[]')))
    .min(1)
    .max(12)
    .meta(about('support.amounts.choices')),
  default: AmountSchema.meta(about('support.amounts.default')),
});

/** Amounts by frequency and currency. */
const AmountsSchema = z.partialRecord(FrequencySchema, z.record(CurrencySchema, OfferSchema));

const LinkSchema = z.strictObject({
  frequency: FrequencySchema,
  currency: CurrencySchema,
  amount: AmountSchema.meta(about('support.methods[].links[].amount')),
  url: HttpsUrlSchema.meta(about('support.methods[].links[].url')),
});

const MethodSchema = z.strictObject({
  id: SlugSchema.meta(about('support.methods[].id')),
  name: LocalizedTextSchema.meta(about('support.methods[].name')),
  mark: z.enum(METHOD_MARKS).meta(about('support.methods[].mark')).optional(),
  frequencies: z.array(FrequencySchema).min(1).max(3).meta(about('support.methods[].frequencies')),
  currencies: z.array(CurrencySchema).min(1).max(40).meta(about('support.methods[].currencies')),
  link: LinkTemplateSchema.meta(about('support.methods[].link')).optional(),
  terms: z
    .partialRecord(FrequencySchema, textSchema(40))
    .meta(about('support.methods[].terms'))
    .optional(),
  links: z.array(LinkSchema).min(1).max(200).meta(about('support.methods[].links')).optional(),
  account: AccountSchema.optional(),
});

const NoticeSchema = z.strictObject({
  place: LocalizedTextSchema.meta(about('support.notices[].place')),
  text: LocalizedTextSchema.meta(about('support.notices[].text')),
});

/** How readers can give: the block `support` of `content/outlet.yaml`. */
export const SupportSchema = z
  .strictObject({
    currencies: z.array(CurrencySchema).min(1).max(40).meta(about('support.currencies')),
    /** By language; an edition that is not named shows none of it. */
    editions: z.record(z.string(), CurrencySchema).meta(about('support.editions')).optional(),
    frequency: FrequencySchema.meta(about('support.frequency')).optional(),
    amounts: AmountsSchema.meta(about('support.amounts')),
    methods: z.array(MethodSchema).max(40).meta(about('support.methods')),
    notices: z.array(NoticeSchema).max(40).meta(about('support.notices')).default([]),
  })
  .meta(about('support'));
export type Support = z.infer<typeof SupportSchema>;
export type SupportMethod = z.infer<typeof MethodSchema>;
