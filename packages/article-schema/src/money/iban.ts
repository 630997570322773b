import type { Fault } from '../schema/explained.ts';

const FORM = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** Whether a text is an IBAN whose check digits are right (ISO 13616-1, ISO 7064 MOD 97-10). Without spaces. */
export function isIban(text: string): boolean {
  if (!FORM.test(text)) return false;
  const turned = text.slice(4) + text.slice(0, 4);
  const digits = turned.replaceAll(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)));
  return BigInt(digits) % 97n === 1n;
}

/** What is wrong with an IBAN, after its name in a sentence; nothing where it is right. Without spaces. */
export function ibanFault(text: string): Fault | undefined {
  if (isIban(text)) return undefined;
  return FORM.test(text) ? MISTYPED : NOT_AN_IBAN;
}

const MISTYPED: Fault = {
  message: 'is mistyped: its check digits do not fit',
  ru: { message: 'написан с ошибкой: контрольные цифры не сходятся' },
};

const NOT_AN_IBAN: Fault = {
  message:
    'is not in the form of an IBAN: two capital letters, two digits, then 11 to 30 capital letters and digits',
  ru: {
    message:
      'не похоже на IBAN: две заглавные латинские буквы, две цифры, затем от 11 до 30 заглавных букв и цифр',
  },
};
