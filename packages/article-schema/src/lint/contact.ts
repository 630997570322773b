import { createPointReader } from '@tamizdat/body';
import type { LintRule } from './rule.ts';

const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/g;
const PHONE = /(?<![\d+])\+\d[\d ()\u00A0\u2011-]{7,20}\d/g;

/** Addresses and numbers of persons; the outlet’s own may stand. */
export const contact: LintRule = {
  why: {
    en: 'It is copied to every mirror and reader for ever, and can bring a person into danger.',
    ru: 'Это навсегда скопируют все зеркала и читатели, и человеку может грозить беда.',
  },
  check: ({ prose, origin }) => {
    const own = origin === undefined ? undefined : URL.parse(origin)?.hostname;
    const emails = [...prose.matchAll(EMAIL)].filter(({ 1: host }) => host !== own);
    const pointAt = createPointReader(prose);
    return [...emails, ...prose.matchAll(PHONE)]
      .sort((a, b) => a.index - b.index)
      .map(({ 0: written, index }) => ({
        at: pointAt(index),
        found: written,
        message: `“${written}” reaches a person directly.`,
        remedy:
          'Leave it out unless its owner wants it printed; then decline this advice with that reason.',
        ru: {
          message: `«${written}» ведёт прямо к человеку.`,
          remedy:
            'Уберите, если сам человек не хочет, чтобы это напечатали; если хочет, отклоните совет с этой причиной.',
        },
      }));
  },
};
