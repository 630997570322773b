import { ErrorInBoth } from './error-in-both.ts';
import type { InBoth } from './in-both.ts';

/** Why something could not be done, and what to do. Nothing was changed, unless it says so. */
export class ToldError extends ErrorInBoth {
  override name = 'ToldError';
  /** Permanent name, kebab-case. */
  readonly code: string;
  /** What happened, without the code. */
  readonly happened: InBoth;
  /** What to do. */
  readonly remedy: InBoth;

  constructor(code: string, happened: InBoth, remedy: InBoth) {
    const tell = (language: keyof InBoth): string =>
      `${code}: ${happened[language]}\n  ${remedy[language]}`;
    super({ en: tell('en'), ru: tell('ru') });
    this.code = code;
    this.happened = happened;
    this.remedy = remedy;
  }
}
