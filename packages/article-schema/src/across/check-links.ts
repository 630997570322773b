import { shorten } from '../characters/count.ts';
import { decodeSegment, resolveDots } from '@tamizdat/body/site-path';
import type { Finding, Problem } from '@tamizdat/problem';
import type { TextReference } from '../text/check-text.ts';
import type { AcrossFinding } from './check-across.ts';
import { nearestAddress } from './nearest-address.ts';

/** Why readers of a text do not find the page that a link from the site’s root leads to. */
export type Unseen =
  /** There is no such page. */
  | { why: 'nothing' }
  /** It is there from some time on, as the outlet’s clocks show it. */
  | { why: 'later'; at: string }
  /** Only drafts would stand there. */
  | { why: 'draft' }
  /** A tag, author, series or newsletter with nothing to list. */
  | { why: 'empty' }
  /** The page says only that something was removed. */
  | { why: 'removed' };

/** What is told of a link whose page readers do not find. `pages` are those that a suggestion is taken from. */
export function unseenLink(
  path: string,
  { target, line, column, field }: TextReference,
  unseen: Unseen,
  pages: ReadonlySet<string>,
  severity: Problem['severity'] = 'error',
): AcrossFinding {
  const told =
    unseen.why === 'nothing'
      ? brokenLink(target, pages)
      : TOLD[unseen.why](target, 'at' in unseen ? unseen.at : '');
  return {
    path,
    span: { line, column },
    finding: { severity, ...told, path: field ?? [], found: shorten(target) },
  };
}

type Told = Omit<Finding, 'path' | 'found'>;

function brokenLink(target: string, pages: ReadonlySet<string>): Told {
  const address = plainAddress(target).replace(/%(?:2f|5c)/gi, '/');
  const meant =
    suggestion(address, (written) => pages.has(written)) ?? nearestAddress(address, pages);
  return {
    severity: 'error',
    code: 'text-link-broken',
    message: `The link “${shorten(target)}” leads to no page of the site.`,
    remedy:
      meant === undefined
        ? 'Write the address of a page as it stands after the site’s name.'
        : `Did you mean “/${meant}”?`,
    ru: {
      message: `Ссылка «${shorten(target)}» не ведёт ни на какую страницу сайта.`,
      remedy:
        meant === undefined
          ? 'Напишите адрес страницы так, как он стоит после имени сайта.'
          : `Вы имели в виду «/${meant}»?`,
      example: '[первая часть](/ru/2026/11/22/ogni-porta.html)',
    },
    example: `[…](/${meant ?? 'en/2026/11/22/harbour-lights.html'})`,
  };
}

const WHY_DEAD = {
  en: 'Nothing is published while a page links to one that readers cannot open.',
  ru: 'Пока на сайте есть ссылка на страницу, которую читателям не открыть, ничего не выйдет.',
};

const TOLD: Record<Exclude<Unseen['why'], 'nothing'>, (target: string, at: string) => Told> = {
  later: (target, at) => ({
    code: 'text-link-later',
    message: `The link “${shorten(target)}” leads to a page that readers see only from ${at} on.`,
    why: WHY_DEAD.en,
    remedy: 'Add the link after that, or let this text appear no earlier.',
    ru: {
      message: `Ссылка «${shorten(target)}» ведёт на страницу, которую читатели увидят только с ${at}.`,
      why: WHY_DEAD.ru,
      remedy: 'Добавьте ссылку после этого времени или выпустите этот текст не раньше.',
    },
  }),
  draft: (target) => ({
    code: 'text-link-draft',
    message: `The link “${shorten(target)}” leads to a page that is made of drafts alone.`,
    why: WHY_DEAD.en,
    remedy: 'Publish what it leads to first, or leave the link out until then.',
    ru: {
      message: `Ссылка «${shorten(target)}» ведёт на страницу, для которой есть только черновики.`,
      why: WHY_DEAD.ru,
      remedy: 'Сначала выпустите то, на что она ведёт, или пока обойдитесь без ссылки.',
    },
  }),
  empty: (target) => ({
    code: 'text-link-empty-list',
    message: `The link “${shorten(target)}” leads to a list on which nothing stands yet.`,
    why: `A list of articles has a page from its first one on. ${WHY_DEAD.en}`,
    remedy: 'Take the link out until there is something to be listed in this language.',
    ru: {
      message: `Ссылка «${shorten(target)}» ведёт к списку, в котором пока ничего нет.`,
      why: `Страница у списка есть только с первой статьи. ${WHY_DEAD.ru}`,
      remedy: 'Уберите ссылку, пока на этом языке в списке ничего нет.',
    },
  }),
  removed: (target) => ({
    severity: 'warning',
    code: 'text-link-removed',
    message: `The link “${shorten(target)}” leads to an article that was removed.`,
    why: 'Readers find only the words that something was removed.',
    remedy: 'Take the link out, or lead to another source.',
    ru: {
      message: `Ссылка «${shorten(target)}» ведёт на статью, которую убрали с сайта.`,
      why: 'Читатели найдут только слова о том, что здесь что-то убрано.',
      remedy: 'Уберите ссылку или сошлитесь на другой источник.',
    },
  }),
};

/**
 * The address that a link from the site’s root leads to, as browsers and hosts read it: without leading slash, query and
 * fragment. One that they do not read alike, or not at all, stays as it is written, and leads nowhere.
 */
export function plainAddress(target: string): string {
  const path = target.replace(/[?#].*$/s, '').replace(/^\//, '');
  const read = resolveDots(path).map(decodeSegment);
  const names = read.flatMap((segment) => ('name' in segment ? segment.name : []));
  return names.length === read.length ? names.join('/') : path;
}

function suggestion(address: string, exists: (address: string) => boolean): string | undefined {
  const written = [
    address,
    `${address}.html`,
    `${address.replace(/\/?$/, '/')}index.html`.replace(/^\//, ''),
  ];
  return written.find(exists);
}
