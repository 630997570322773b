import { z } from 'zod';
import { metaOf } from '../fields/notes.ts';
import { SUPPORT_FIELDS } from '../fields/support-fields.ts';
import { LocalizedTextSchema, lineSchema } from './primitives.ts';
import { bitcoinFault, withSmallLetters } from '../money/bitcoin-address.ts';
import { ibanFault } from '../money/iban.ts';
import { moneroFault } from '../money/monero-address.ts';
import { refuseWith } from './explained.ts';

const about = (field: keyof typeof SUPPORT_FIELDS) => metaOf(SUPPORT_FIELDS, field);

/** ISO 13616: spaces are for reading, and left out. */
const IbanSchema = z
  .string()
  .transform((text) => text.replaceAll(' ', ''))
  .pipe(z.string().check(refuseWith(ibanFault)));

const BitcoinSchema = z
  .string()
  .transform(withSmallLetters)
  .pipe(z.string().check(refuseWith(bitcoinFault)));
const MoneroSchema = z.string().check(refuseWith(moneroFault));

/** An account that a reader sends money to, from a bank's or a wallet's own form. */
export const AccountSchema = z
  .strictObject({
    /** A bank account. */
    iban: IbanSchema.meta(about('support.methods[].account.iban')).optional(),
    /** 70 characters on one line is what a payment QR code may hold (EPC069-12). */
    holder: lineSchema(70).meta(about('support.methods[].account.holder')).optional(),
    /** ISO 9362. */
    bic: z
      .string()
      .regex(/^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/)
      .meta(about('support.methods[].account.bic'))
      .optional(),
    reference: lineSchema(140).meta(about('support.methods[].account.reference')).optional(),
    bitcoin: BitcoinSchema.meta(about('support.methods[].account.bitcoin')).optional(),
    monero: MoneroSchema.meta(about('support.methods[].account.monero')).optional(),
    /** Where none of the above is right. */
    lines: LocalizedTextSchema.meta(about('support.methods[].account.lines')).optional(),
  })
  .meta(about('support.methods[].account'));
export type SupportAccount = z.infer<typeof AccountSchema>;
