/** What was mended, by kind. */
export type Counts = Map<string, number>;

/** Adds to a count. */
export function count(counts: Counts, what: string, by = 1): void {
  if (by > 0) counts.set(what, (counts.get(what) ?? 0) + by);
}

/** Control characters, turned directions and marks of byte order: none of them was meant to be read. */
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
/** A reference to a typographic sign that lost its “#”: `&8220;`. */
const LOST_HASH = /&(8[0-4]\d{2}|160|171|187);/g;
/** A reference that was escaped once too often. */
const TWICE =
  /&amp;(#\d{2,6}|#x[\da-f]{2,5}|nbsp|[lr]aquo|[lrb]dquo|[lr]squo|[mn]dash|hellip|quot|amp);/gi;
/** UTF-8 that was once read as windows-1252: the signs that no text has in this order. */
const MISREAD: Readonly<Record<string, string>> = {
  'â€œ': '“',
  'â€\u009d': '”',
  'â€™': '’',
  'â€˜': '‘',
  'â€“': '–',
  'â€”': '—',
  'â€¦': '…',
  'Â«': '«',
  'Â»': '»',
  'Â\u00a0': '\u00a0',
};
const MISREAD_SIGNS = new RegExp(Object.keys(MISREAD).join('|'), 'g');

/** Mends what has one answer in HTML or a line of it, and counts it. */
export function mendText(text: string, counts: Counts): string {
  const mend = (from: string, what: string, sign: RegExp, to: (...found: string[]) => string) => {
    let times = 0;
    const mended = from.replace(sign, (...found: string[]) => {
      times += 1;
      return to(...found);
    });
    count(counts, what, times);
    return mended;
  };
  const signs = mend(
    text,
    'mended: misread signs',
    MISREAD_SIGNS,
    (found = '') => MISREAD[found] ?? found,
  );
  const hashed = mend(signs, 'mended: entities', LOST_HASH, (_, code = '') => `&#${code};`);
  const once = mend(hashed, 'mended: entities', TWICE, (_, name = '') => `&${name};`);
  return mend(once, 'mended: hidden characters', HIDDEN, () => '');
}
