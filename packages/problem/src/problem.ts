/** One thing to mend in the content. Everything a writer needs to mend it, and nothing that varies by machine. */
export interface Problem {
  /** Permanent name, kebab-case, for example `title-too-long`. */
  code: string;
  severity: 'error' | 'warning';
  /** Of an article that came from elsewhere as it is: counted, and told in full only where it is asked for. */
  counted?: true;
  /** File relative to the folder that holds `content`, `/`-separated. */
  file: string;
  /** 1-based line. */
  line: number;
  /** 1-based column in UTF-16 code units, as editors count. */
  column: number;
  /** How many UTF-16 code units of that line the problem covers; absent where it is a point. */
  length?: number;
  /** The field as a path, for example `leadImage.credit`; absent for the text. */
  field?: string;
  /** The value found, shortened. */
  found?: string;
  /** What is wrong, in one sentence. */
  message: string;
  /** Why it matters, where that is not plain. */
  why?: string;
  /** What to do. */
  remedy: string;
  /** A line that would be right. */
  example?: string;
  /** The same in Russian; what it does not say holds for every language. */
  ru: Telling;
}

/** The languages that problems are told in. */
export const TOLD_LANGUAGES = ['en', 'ru'] as const;
export type ToldLanguage = (typeof TOLD_LANGUAGES)[number];

/** What a problem says, in words. */
export interface Telling {
  message: string;
  why?: string;
  remedy: string;
  /** Where the example for all languages holds words of another one. */
  example?: string;
}

/** A problem in one language. */
export type ToldProblem = Omit<Problem, 'ru'>;

/**
 * What is told, as somebody reads it who speaks a language: code, place and found value of a problem are the same in all.
 */
export function tellIn<Told extends { ru: Telling }>(
  language: ToldLanguage,
  { ru, ...told }: Told,
): Omit<Told, 'ru'> {
  return language === 'ru' ? { ...told, ...ru } : told;
}
