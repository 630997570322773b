import type { InBoth } from './in-both.ts';

/** Why something could not be done, and what to do, in the languages that problems are told in. */
export class ErrorInBoth extends Error {
  override name = 'ErrorInBoth';

  constructor({ en, ru }: InBoth) {
    // Of an error that leaves a thread its words and its cause alone are left (structured clone).
    super(en, { cause: { en, ru } });
  }
}

/** What an error says in both languages, also of one that came from another thread; undefined where it says it in one. */
export function bothOf({ cause }: Error): InBoth | undefined {
  const { en, ru } = (cause ?? {}) as Partial<Record<keyof InBoth, unknown>>;
  return typeof en === 'string' && typeof ru === 'string' ? { en, ru } : undefined;
}

/** What an error says, for a sentence in both languages: the same in each where it says it in one. */
export function saidBy(error: unknown): InBoth {
  const said = error instanceof Error ? error.message : String(error);
  return (error instanceof Error ? bothOf(error) : undefined) ?? { en: said, ru: said };
}
