import { createPointReader, inspectBody, textOfBody } from '@tamizdat/body';
import { showsHost, splitFrontMatter } from '@tamizdat/article-schema';
import type { Address } from './addresses.ts';

/** What stands between spaces, quotation marks and brackets: an address, where it shows a host or a mailbox. */
const PIECE = /[^\s()<>[\]|"“”«»]{3,700}/g;
const ADDRESS = /:\/\/|[\p{L}\p{N}]@[\p{L}\p{N}]/u;
/** A long name of letters with digits, as keys and wallets have. */
const KEY = /(?<![\p{L}\p{N}+/=])(?=[A-Za-z+/=]{0,200}\d)[A-Za-z0-9+/=]{16,500}/gu;
/** Groups with digits, as telephones, accounts and fingerprints have. */
const GROUPS =
  /(?<![\p{L}\p{N}])[+(]{0,2}(?:[A-Z]{2})?[\dA-F]{1,12}(?:[ \u00a0().-]{1,3}[\dA-Z]{2,12}){1,20}(?![\p{L}\p{N}])/gu;

/** Digits of a telephone without its country’s, of the shortest account, of a part of a fingerprint. */
const DIGITS_MIN = 6;
const DAY = /^\d{4}[.-]\d\d?[.-]\d\d?$|^\d\d?\.\d\d?\.\d{4}(?: \d\d.*)?$/;
const THOUSANDS = /^\d{1,3}(?:[ \u00a0.]\d{3}){1,4}$/;
const YEARS = /^\d{4} ?- ?\d{4}$/;

const isNumber = (text: string): boolean =>
  text.replaceAll(/\D/g, '').length >= DIGITS_MIN &&
  ![DAY, THOUSANDS, YEARS].some((other) => other.test(text));

/** Words before an address that say what it is there for: “For tips: …”. */
const ROLE_WORDS = 3;
const ROLE_LENGTH = 100;

/** Addresses and accounts that stand among words, each with the words before it. Pure. */
export function textAddresses(text: string): Address[] {
  let rest = text;
  return [
    ...take(PIECE, (piece) => ADDRESS.test(piece) || showsHost(piece)),
    ...take(KEY, () => true),
    ...take(GROUPS, isNumber),
  ];

  /** What one expression took is not looked at by the next. */
  function take(pattern: RegExp, isOne: (found: string) => boolean): Address[] {
    const found: Address[] = [];
    rest = rest.replace(pattern, (piece, ...more) => {
      if (!isOne(piece)) return piece;
      const value = piece.replace(/^[^\p{L}\p{N}+(]+|[^\p{L}\p{N}/=]+$/gu, '');
      found.push({ path: [], value, role: wordsBefore(text, Number(more[0])) });
      return ' '.repeat(piece.length);
    });
    return found;
  }
}

function wordsBefore(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - ROLE_LENGTH), index);
  return (before.match(/[\p{L}\p{N}]+/gu) ?? []).slice(-ROLE_WORDS).join(' ');
}

/** Addresses that lead away from the site. */
const LEAVES = /^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i;

/** Where the links of a page’s or an appeal’s text lead, untrusted, and the addresses among its words. */
export function markdownAddresses(text: string): Address[] {
  const { yaml, body } = splitFrontMatter(text);
  const { links, namedLinks } = inspectBody(body);
  // A link that shows its own address is there for what the words before it say.
  const led = [...links, ...namedLinks]
    .filter(({ url, text: shown }) => LEAVES.test(url) && !(shown !== '' && url.includes(shown)))
    .map(({ url, text: role }): Address => ({ path: [], value: url, role }));
  const written = textAddresses(`${yaml}\n${textOfBody(body)}`).filter(
    ({ value }) => !led.some((link) => link.value.includes(value)),
  );
  return placed([...led, ...written], text);
}

/** The addresses among the words of a file, with their places. */
export const placedAddresses = (text: string): Address[] => placed(textAddresses(text), text);

function placed(addresses: readonly Address[], text: string): Address[] {
  const pointAt = createPointReader(text);
  return addresses.map((address) => {
    const { line, column } = pointAt(Math.max(0, text.indexOf(address.value)));
    return { ...address, span: { line, column } };
  });
}
