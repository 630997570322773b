import { buildSlug } from '@tamizdat/body';
import { isPageStart } from '@tamizdat/body/site-path';
import { shorten } from '../characters/count.ts';
import { nearest } from '../explain/nearest.ts';
import { PLACES_COMPARED_MAX, PLACES_LISTED_MAX } from '../limits.ts';
import type { Finding, InBoth } from '@tamizdat/problem';
import { FREQUENCIES } from '../vocabulary.ts';
import { PASSING_ANCHORS, type PageAnchors } from './page-anchors.ts';

/**
 * What is wrong with the part of a link after `#`. `page` are the places of the page it leads to; `own` is the prefix of the text that the link stands in, where it leads to the same
 * page: its headings are found by their words alone.
 */
export function fragmentFindings(target: string, page: PageAnchors, own?: string): Finding[] {
  const written = fragmentOf(target);
  const text = own === undefined ? undefined : page.texts.get(own);
  const fragment = decode(text?.resolve(written) ?? written);
  if (isPageStart(fragment) || page.ids.has(fragment)) return [];
  if (PASSING_ANCHORS.some((id) => id === fragment)) return [passingPlace(target)];
  const meant = nearestAnchor(fragment, page);
  const [example = meant] = textAnchors(page);
  const places = remedy(page);
  return [
    {
      code: 'text-link-fragment',
      path: [],
      found: shorten(target),
      message: `The link “${shorten(target)}” leads to no place of ${own === undefined ? 'that' : 'this'} page.`,
      why: 'The page has no heading or entry of that name, so that the reader is left at its start.',
      remedy: meant === undefined ? places.en : `Did you mean “#${meant}”?`,
      ru: {
        message: `Ссылка «${shorten(target)}» не ведёт ни к какому месту ${own === undefined ? 'той' : 'этой'} страницы.`,
        why: 'Заголовка или записи с таким именем на странице нет, и читатель останется в её начале.',
        remedy: meant === undefined ? places.ru : `Вы имели в виду «#${meant}»?`,
      },
      ...(example === undefined
        ? {}
        : { example: `[as described](${pageOf(target)}#${meant ?? example})` }),
    },
  ];
}

/** A link that would end every build from one day on, for which nothing was changed. */
const passingPlace = (target: string): Finding => ({
  code: 'text-link-fragment',
  path: [],
  found: shorten(target),
  message: `The link “${shorten(target)}” leads to a place that comes and goes.`,
  why: 'It is on the page only while there is an appeal, or while there are other articles to read.',
  remedy:
    'Leave out “#” and what follows it, or lead to a page that stays, such as the one about support.',
  ru: {
    message: `Ссылка «${shorten(target)}» ведёт к месту, которое то есть, то нет.`,
    why: 'Оно есть на странице, только пока идёт сбор или есть что ещё почитать.',
    remedy:
      'Уберите «#» и всё после него или сошлитесь на постоянную страницу, например о поддержке.',
    example: '[поддержать нас](/ru/support.html)',
  },
  example: '[support us](/en/support.html)',
});

/** The part after `#`, without what only marks words in the page (`:~:text=`). */
function fragmentOf(target: string): string {
  const hash = target.indexOf('#');
  return hash === -1 ? '' : (target.slice(hash + 1).split(':~:')[0] ?? '');
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The address of the page that a link leads to; nothing for the page it stands on. */
const pageOf = (target: string): string => target.split('#')[0] ?? '';

function nearestAnchor(fragment: string, { ids, lang }: PageAnchors): string | undefined {
  const words = buildSlug(fragment, lang);
  const first = [...ids].slice(0, PLACES_COMPARED_MAX);
  return (
    [`h-${words}`, `e-${words}`].find((id) => ids.has(id)) ??
    nearest(fragment, first) ??
    nearest(`h-${words}`, first)
  );
}

const NAMED = new RegExp(`^(?:h|e|note-h|${FREQUENCIES.join('|')})-`);

/** The places that headings, entries and choices of support make. */
const textAnchors = ({ ids }: PageAnchors): string[] => [...ids].filter((id) => NAMED.test(id));

const NO_HEADINGS: InBoth = {
  en: 'Leave out “#” and what follows it: the page has no headings.',
  ru: 'Уберите «#» и всё после него: заголовков на странице нет.',
};

function remedy(page: PageAnchors): InBoth {
  const places = textAnchors(page);
  const few = places.slice(0, PLACES_LISTED_MAX).map((id) => `#${id}`);
  if (few.length === 0) return NO_HEADINGS;
  const listed = `${few.join(', ')}${places.length > few.length ? ' …' : ''}`;
  return {
    en: `Write one of the places that are there: ${listed}.`,
    ru: `Напишите одно из мест, которые там есть: ${listed}.`,
  };
}
