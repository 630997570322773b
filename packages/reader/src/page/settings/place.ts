import { type Answer, ask } from '../ask.ts';

/** The settings page: its words, its parts, and the worker behind it. */
export interface Place {
  root: HTMLElement;
  base: string;
  /** A word with its open places filled. */
  word: (name: string, values?: Readonly<Record<string, string>>) => string;
  ask: (question: Answer) => Promise<Answer | undefined>;
  date: (clock: unknown) => string;
}

export function openPlace(root: HTMLElement): Place {
  // Where it stands for another page, its links are relative to its own address all the same.
  const base = new URL('..', document.baseURI).href;
  const words = JSON.parse(root.dataset['words'] ?? '{}') as Record<string, string>;
  const { locale } = root.dataset;
  return {
    root,
    base,
    word: (name, values = {}) =>
      (words[name] ?? '')
        .replace(/\{(\w+)\}/g, (open, key: string) => values[key] ?? open)
        // A Russian date ends with a full stop of its own.
        .replace(/\.\.$/, '.'),
    ask: (question) => ask(base, question),
    date: (clock) => new Date(String(clock)).toLocaleDateString(locale, { dateStyle: 'long' }),
  };
}

/** A part of the page by its `data-` name. */
export function part(within: ParentNode, name: string): HTMLElement | undefined {
  return within.querySelector<HTMLElement>(`[data-${name}]`) ?? undefined;
}

/** Says something where a screen reader hears it. */
export function tell(within: ParentNode, name: string, text: string): void {
  const place = part(within, name);
  if (place) place.textContent = text;
}
