import { LOCALIZED } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

/** Where readers send money to by themselves. */
export const ACCOUNT = {
  'support.methods[].account': {
    label: 'The account',
    description:
      'Where a reader sends money to from a bank’s or wallet’s own form; pages add QR codes.',
    example: { iban: 'LT12 1000 0111 0100 1000', holder: 'The outlet’s association' },
    remedy: 'Give iban and holder, or bitcoin, or monero, or lines.',
    ru: {
      label: 'счёт',
      remedy: 'Укажите iban и holder, или bitcoin, или monero, или lines.',
    },
  },
  'support.methods[].account.iban': {
    label: 'The IBAN',
    description: 'The bank account’s number.',
    example: 'LT12 1000 0111 0100 1000',
    form: 'an IBAN whose check digits are right',
    remedy: 'Copy it from the bank.',
    why: 'Money sent to a mistyped account is hard to get back.',
    ru: {
      label: 'IBAN',
      form: 'IBAN с верными контрольными цифрами',
      remedy: 'Скопируйте его у банка.',
      why: 'Деньги, отправленные на счёт с опечаткой, трудно вернуть.',
    },
  },
  'support.methods[].account.holder': {
    label: 'The holder of the account',
    description: 'The name the bank has, up to 70 characters.',
    example: 'The outlet’s association',
    remedy: 'Write the name as the bank has it.',
    ru: {
      label: 'владелец счёта',
      remedy: 'Напишите имя, как оно записано в банке.',
      example: 'Общество «Окно»',
    },
  },
  'support.methods[].account.bic': {
    label: 'The BIC',
    description: 'The bank’s code.',
    example: 'HABALT22',
    form: 'a BIC of 8 or 11 characters',
    remedy: 'Copy it from the bank, or leave the line out.',
    ru: {
      label: 'BIC',
      form: 'BIC из 8 или 11 символов',
      remedy: 'Скопируйте его у банка или уберите строку.',
    },
  },
  'support.methods[].account.reference': {
    label: 'The reference',
    description:
      'What the transfer says it is for; banks and those who look at statements read it.',
    example: 'Gift',
    remedy: 'Write a word that harms nobody, or leave the line out.',
    ru: {
      label: 'назначение платежа',
      remedy: 'Напишите слово, которое никому не навредит, или уберите строку.',
    },
  },
  'support.methods[].account.bitcoin': {
    label: 'The Bitcoin address',
    description: 'An address of the main network.',
    example: '1BitcoinEaterAddressDontSendf59kuE',
    form: 'a Bitcoin address',
    remedy: 'Copy it from the wallet again.',
    why: 'Coins sent to a wrong address are lost: nobody can give them back.',
    ru: {
      label: 'адрес Bitcoin',
      form: 'адрес Bitcoin',
      remedy: 'Скопируйте его из кошелька ещё раз.',
      why: 'Монеты, отправленные на неверный адрес, пропадут: вернуть их не сможет никто.',
    },
  },
  'support.methods[].account.monero': {
    label: 'The Monero address',
    description: 'A standard address or subaddress of the main network.',
    example:
      '4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2684Rge',
    form: 'a Monero address',
    remedy: 'Copy it from the wallet again.',
    why: 'Coins sent to a wrong address are lost: nobody can give them back.',
    ru: {
      label: 'адрес Monero',
      form: 'адрес Monero',
      remedy: 'Скопируйте его из кошелька ещё раз.',
      why: 'Монеты, отправленные на неверный адрес, пропадут: вернуть их не сможет никто.',
    },
  },
  'support.methods[].account.lines': {
    label: 'The lines of the account',
    description: 'What a reader has to know, where no other field of the account fits.',
    example: { en: 'Bank of Example, account 0000' },
    remedy: LOCALIZED,
    ru: { label: 'строки счёта', remedy: ru.EVERY_LANGUAGE },
  },
} as const satisfies FieldTable;
