import { shorten } from '../characters/count.ts';
import type { LintRule } from './rule.ts';
import { withoutTrackers } from './trackers.ts';

/** Links without parameters that follow their readers. */
export const linkTracker: LintRule = {
  why: {
    en: 'It tells the other site, and whoever reads its logs, where a reader came from and at times who shared the link.',
    ru: 'Она сообщает чужому сайту и всем, кто читает его журналы, откуда пришёл читатель, а иногда и кто поделился ссылкой.',
  },
  check: ({ facts }) =>
    facts.links
      .filter(({ url }) => withoutTrackers(url) !== url)
      .map(({ url, at }) => ({
        at,
        found: shorten(url),
        message: `The link “${shorten(url)}” follows its readers.`,
        remedy: 'Take the tracking out of it; “npx tamizdat check --fix” does.',
        ru: {
          message: `Ссылка «${shorten(url)}» следит за читателями.`,
          remedy: 'Уберите из неё слежку; это делает «npx tamizdat check --fix».',
        },
        example: shorten(withoutTrackers(url)),
      })),
};
