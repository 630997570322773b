import type { Archive } from '@tamizdat/archive';
import { longDate, localized, monthName } from '@tamizdat/render';
import type { Stick, StickArticle, StickEdition } from '@tamizdat/stick';
import { buildAbout, sayOf } from '@tamizdat/take-along';
import { recordingsOf } from './gather.ts';
import { ACCENT } from './limits.ts';

/** What a stick is made of besides its articles. */
export interface Setting {
  door: Archive;
  base: string;
  /** Mirrors that are named, by language. */
  mirrors: (lang: string) => readonly string[];
  links: boolean;
  /** Whether addresses are named. */
  addresses: boolean;
  /** Hosts of the outlet and its mirrors. */
  hosts: readonly string[];
  pictures: boolean;
  search: boolean;
  policy: boolean;
}

/** Puts a stick together from the articles of each language. */
export async function compose(
  setting: Setting,
  gathered: readonly { lang: string; articles: readonly StickArticle[] }[],
): Promise<Stick> {
  const { door, base, links, addresses, pictures, search, policy } = setting;
  const { accent } = await door.outlet();
  const editions = await Promise.all(
    gathered.map(({ lang, articles }) => composeEdition(setting, lang, articles)),
  );
  return {
    editions,
    madeAt: door.clock,
    base,
    links,
    addresses,
    pictures,
    recordings: new Set(gathered.flatMap(({ articles }) => recordingsOf(articles))),
    search,
    policy,
    accent: accent ?? ACCENT,
  };
}

async function composeEdition(
  { door, base, mirrors, addresses, hosts }: Setting,
  lang: string,
  articles: readonly StickArticle[],
): Promise<StickEdition> {
  const outlet = await door.outlet();
  const edition = await door.edition(lang);
  if (edition === undefined) throw new Error(`no edition in ${lang}`);
  const words = await door.words(lang);
  const context = { lang, outlet, edition, words };
  const months = new Set(articles.map(({ month }) => month));
  return {
    lang,
    dir: edition.dir,
    locale: edition.locale,
    language: edition.name,
    name: localized(outlet.name, lang, outlet),
    description: sayOf(addresses, { hosts }).words(localized(outlet.description, lang, outlet)),
    monthNames: new Map([...months].map((month) => [month, monthName(month, edition)])),
    words,
    asOf: longDate(door.clock, edition, outlet),
    about: buildAbout({
      context,
      base,
      mirrors: mirrors(lang),
      links: addresses,
      hosts,
      leftOut: 0,
    }).html,
    articles,
  };
}
