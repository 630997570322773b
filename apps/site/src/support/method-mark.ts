import type { MethodMark, SupportMethod } from '@tamizdat/article-schema';

/** Drawn in lines on a ground of 20 × 14, so that they are as small in a page as words. */
const LINES: Readonly<Record<MethodMark, string>> = {
  card: 'M1 1h18v12H1zM1 5h18',
  wallet: 'M1 4h18v9H1zl14-3v3m-1 4h3',
  bank: 'M1 5l9-4 9 4zv8h18M5 6v4m5-4v4m5-4v4',
  coin: 'M10 1a6 6 0 1 0 .1 0zv8',
};

function markOf({ mark, account }: SupportMethod): MethodMark {
  if (mark) return mark;
  if (!account) return 'wallet';
  return account.iban ? 'bank' : 'coin';
}

/** The mark of a way to give, decoration beside its name. */
export function markHtml(method: SupportMethod): string {
  return `<svg viewBox="0 0 20 14" aria-hidden="true"><path d="${LINES[markOf(method)]}"/></svg>`;
}
