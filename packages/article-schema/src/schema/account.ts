import { z } from 'zod';
import { metaOf } from '../fields/notes.ts';
import { SUPPORT_FIELDS } from '../fields/support-fields.ts';
import { LocalizedTextSchema, lineSchema } from './primitives.ts';
import { ibanFault } from '../money/iban.ts';
import { refuseWith } from './explained.ts';

const about = (field: keyof typeof SUPPORT_FIELDS) => metaOf(SUPPORT_FIELDS, field);

/** ISO 13616: spaces are for reading, and left out. */
const IbanSchema = z
  .string()
  .transform((text) => text.replaceAll(' ', ''))
  .pipe(z.string().check(refuseWith(ibanFault)));

/** Base58 (P2PKH, P2SH) or bech32 and bech32m (BIP 173, BIP 350), by their alphabets and lengths. */
const BITCOIN = /^(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[02-9ac-hj-np-z]{11,71})$/;
/** A standard address or subaddress of the main network, by its alphabet and length. */
const MONERO = /^[48][1-9A-HJ-NP-Za-km-z]{94}$/;

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
    bitcoin: z.string().regex(BITCOIN).meta(about('support.methods[].account.bitcoin')).optional(),
    monero: z.string().regex(MONERO).meta(about('support.methods[].account.monero')).optional(),
    /** Where none of the above is right. */
    lines: LocalizedTextSchema.meta(about('support.methods[].account.lines')).optional(),
  })
  .meta(about('support.methods[].account'));
export type SupportAccount = z.infer<typeof AccountSchema>;
