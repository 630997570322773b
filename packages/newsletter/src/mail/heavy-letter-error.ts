import { ErrorInBoth } from '@tamizdat/problem';

const WHAT_RU = { mails: 'письма', html: 'страница', mail: 'письмо' } as const;

/** What of an issue is too much: one article by itself, the mails that it fills, its HTML, or its mail as a whole. */
export type Heavy =
  | { what: 'article'; title: string; weight: number; most: number }
  | { what: 'mails' | 'html' | 'mail'; weight: number; most: number };

/** Why an issue is not made into mails; nothing of it is sent. Weights are bytes, of `mails` their number. */
export class HeavyLetterError extends ErrorInBoth {
  override name = 'HeavyLetterError';
  readonly heavy: Heavy;

  constructor(heavy: Heavy) {
    const { what, weight, most } = heavy;
    const [en, ru] =
      what === 'article' ? [`“${heavy.title}”`, `«${heavy.title}»`] : [what, WHAT_RU[what]];
    super({
      en: `The issue is too heavy (${en}): ${weight}, at most ${most}.`,
      ru: `Выпуск слишком тяжёлый (${ru}): ${weight}, можно не больше ${most}.`,
    });
    this.heavy = heavy;
  }
}
