import type { MethodMark, SupportMethod } from '@tamizdat/article-schema';

interface Mark {
  /** Its letter in the name of a row. */
  letter: string;
  /** Drawn in lines on a ground of 20 × 14, so that it is as small in a page as words. */
  lines: string;
}

const MARKS: Readonly<Record<MethodMark, Mark>> = {
  card: { letter: 'c', lines: 'M1 1h18v12H1zM1 5h18' },
  wallet: { letter: 'w', lines: 'M1 4h18v9H1zl14-3v3m-1 4h3' },
  bank: { letter: 'b', lines: 'M1 5l9-4 9 4zv8h18M5 6v4m5-4v4m5-4v4' },
  coin: { letter: 'o', lines: 'M10 1a6 6 0 1 0 .1 0zv8' },
};

/** From one mark of a row to the next. */
const STEP = 27;
/** Readable on the light ground (4.4 to 1) and on the dark one (4.1 to 1): a file knows neither. */
const COLOUR = '#777';

function markOf({ mark, account }: SupportMethod): Mark {
  if (mark) return MARKS[mark];
  if (!account) return MARKS.wallet;
  return account.iban ? MARKS.bank : MARKS.coin;
}

/** The mark of a way to give, decoration beside its name. */
export function markHtml(method: SupportMethod): string {
  return `<svg viewBox="0 0 20 14" aria-hidden="true"><path d="${markOf(method).lines}"/></svg>`;
}

/** The name of the row of marks of several ways to give, each mark once, in the order of reading. */
export function markRowName(methods: readonly SupportMethod[], dir: 'ltr' | 'rtl'): string {
  const letters = [...new Set(methods.map((method) => markOf(method).letter))];
  return (dir === 'rtl' ? letters.toReversed() : letters).join('');
}

/**
 * Draws a row of marks for a file of its own, as high as the page sets it; a page has no room for it thrice.
 * @param name As `markRowName` makes it; letters of no mark are passed over.
 */
export function drawMarkRow(name: string): string {
  const marks = Object.values(MARKS);
  const row = Array.from(name).flatMap(
    (letter) => marks.find((mark) => mark.letter === letter) ?? [],
  );
  const paths = row.map(
    ({ lines }, place) => `<path transform="translate(${place * STEP})" d="${lines}"/>`,
  );
  const width = row.length * STEP - (STEP - 20);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -2 ${width} 20" fill="none" stroke="${COLOUR}" stroke-width="1.3">${paths.join('')}</svg>\n`;
}
