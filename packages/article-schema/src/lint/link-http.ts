import { shorten } from '../characters/count.ts';
import type { LintRule } from './rule.ts';

const ONION = /^http:\/\/[^/?#]*\.onion(?:[:/?#]|$)/i;

/** The same address over https. The port of http, written out, answers no https. */
export const encrypted = (url: string): string =>
  url.replace(/^http:\/\/([^/?#]*)/i, (_, host: string) => `https://${host.replace(/:0*80$/, '')}`);

/** Links over https; an onion service is encrypted without it. */
export const linkHttp: LintRule = {
  why: {
    en: 'A provider sees which page a reader opens over http, and can change it on the way.',
    ru: 'Провайдер видит, какую страницу читатель открывает по http, и может подменить её по дороге.',
  },
  check: ({ facts }) =>
    facts.links
      .filter(({ url }) => /^http:\/\//i.test(url) && !ONION.test(url))
      .map(({ url, at }) => ({
        at,
        found: shorten(url),
        message: `The link “${shorten(url)}” is not encrypted.`,
        remedy: 'Write https, or link to an archived copy.',
        ru: {
          message: `Ссылка «${shorten(url)}» без шифрования.`,
          remedy: 'Напишите https или сошлитесь на архивную копию.',
        },
        example: shorten(encrypted(url)),
      })),
};
