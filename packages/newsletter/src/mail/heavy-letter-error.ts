/** What of an issue is too much: one article by itself, the mails that it fills, its HTML, or its mail as a whole. */
export type Heavy =
  | { what: 'article'; title: string; weight: number; most: number }
  | { what: 'mails' | 'html' | 'mail'; weight: number; most: number };

/** Why an issue is not made into mails; nothing of it is sent. Weights are bytes, of `mails` their number. */
export class HeavyLetterError extends Error {
  override name = 'HeavyLetterError';
  readonly heavy: Heavy;

  constructor(heavy: Heavy) {
    const what = heavy.what === 'article' ? `“${heavy.title}”` : heavy.what;
    super(`The issue is too heavy (${what}): ${heavy.weight}, at most ${heavy.most}.`);
    this.heavy = heavy;
  }
}
