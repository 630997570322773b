import {
  type ArticleLists,
  type ArticleOutline,
  nearest,
  type Outlet,
  type Unseen,
} from '@tamizdat/article-schema';
import {
  articleAddress,
  articleTextAddress,
  fixedPageAddress,
  formerPlaces,
  monthAddress,
  type Address,
} from '../addresses.ts';
import { Archive, type ArchiveSource } from '../archive.ts';
import { boundariesOf } from '../clock.ts';
import { timestampOf } from '../instant.ts';
import { localMinute } from '../local-day.ts';
import { matchPage, type MatchedPage } from '../pages/match-page.ts';
import { pageAddresses } from '../pages/page-addresses.ts';
import type { PageKindName } from '../pages/page-kinds.ts';
import { type UnknownPart, watchUnknown } from './outlet-despite.ts';
import { unsureKinds } from './unsure-kinds.ts';

/** What links of texts are judged by. */
export interface LinkedContent {
  /** What the site would be made of: files without errors. */
  source: ArchiveSource;
  /** Ids of all author records, those with errors included. */
  authors: ReadonlySet<string>;
  /** Addresses of files with errors, which are told already. */
  despiteErrors: ReadonlySet<Address>;
  /** What of the source nobody can say, because its file has errors that are told already. */
  unknown?: ReadonlySet<UnknownPart>;
  /** Articles without a value: what stands on them once they are right is not told to be missing. */
  broken: readonly Broken[];
}

/** Judges links by the pages that the site would have, of which it makes no more lists than it is asked for. */
export class LinkTargets {
  readonly #content: LinkedContent;
  readonly #now: number;
  readonly #known = new Map<string, Promise<Set<Address>>>();
  #unsure: Promise<Set<PageKindName>> | undefined;

  /** `now` in milliseconds. */
  constructor(content: LinkedContent, now: number) {
    this.#content = content;
    this.#now = now;
  }

  /** The pages at an instant (milliseconds), or those of a preview, which shows drafts and what is yet to come. */
  pagesAt(instant: number, preview = false): Promise<Set<Address>> {
    const clock = timestampOf(instant);
    const key = `${clock} ${String(preview)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { source } = this.#content;
    const door = new Archive(() => Promise.resolve(source), { clock, preview });
    const found = pageAddresses(door);
    this.#known.set(key, found);
    return found;
  }

  /** Why readers of a text that is there from an instant on do not find a page; undefined where they do. */
  async judge(address: Address, from: number): Promise<Unseen | undefined> {
    // Asked first, because no page goes again: texts to come need no list of their own for these.
    if ((await this.pagesAt(this.#now)).has(address)) return undefined;
    if ((await this.pagesAt(from)).has(address)) return undefined;
    if (this.#content.despiteErrors.has(address)) return undefined;
    const matched = matchPage(address);
    const unsure = await (this.#unsure ??= this.#findUnsure());
    if (matched.some((page) => unsure.has(page.name) && !isOtherThan(page, matched)))
      return undefined;
    const named = matched.filter((page) => this.#isNamed(page));
    // Asked before the clock: such an article may fill now what others fill only later.
    if (named.some((page) => this.#mayFill(page))) return undefined;
    const at = await this.#appearance(address, from);
    if (at !== undefined) return { why: 'later', at: this.#tell(at) };
    if ((await this.pagesAt(from, true)).has(address)) return { why: 'draft' };
    return { why: named.some(mayBeEmpty) ? 'empty' : 'nothing' };
  }

  #findUnsure(): Promise<Set<PageKindName>> {
    const { source, unknown = NOTHING } = this.#content;
    return unsureKinds(source, unknown, this.#now);
  }

  /** The first instant after another at which a page is there: none goes again by the passing of time. */
  async #appearance(address: Address, from: number): Promise<number | undefined> {
    const { articles, outlet } = this.#content.source;
    const all = [...boundariesOf({ articles, fronts: [], outlet }, from)];
    const later = [...new Set(all)].filter((instant) => instant > from).sort((a, b) => a - b);
    const last = later.at(-1);
    if (last === undefined || !(await this.pagesAt(last)).has(address)) return undefined;
    let [low, high] = [0, later.length - 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((await this.pagesAt(later[middle] ?? last)).has(address)) high = middle;
      else low = middle + 1;
    }
    return later[low];
  }

  #tell(instant: number): string {
    const { timeZone } = this.#content.source.outlet;
    return `${localMinute(instant, timeZone)} (${timeZone})`;
  }

  /** Whether an article with an error may stand on a page once it is right. */
  #mayFill({ name, parts: { lang = '', kind, id = '', year, month } }: MatchedPage): boolean {
    const { source, authors, broken } = this.#content;
    const known = knownIds(source.outlet, authors);
    const list = name === 'series' ? 'series' : (kind as keyof ArticleLists | undefined);
    return broken.some(({ lang: given, address, lists }) => {
      const languages = [given, address?.lang].filter((code) => code !== undefined);
      if (languages.length > 0 && !languages.includes(lang)) return false;
      if (name === 'month' && address !== undefined)
        return address.year === year && address.month === month;
      const ids = list === undefined ? undefined : lists?.[list];
      if (list === undefined || ids === undefined) return true;
      return ids.some((one) => one === id || mayBeMeant(one, id, known[list]));
    });
  }

  /** Whether a page that articles would stand on is of a section, tag, author, series or newsletter that there may be. */
  #isNamed({ kind, parts }: MatchedPage): boolean {
    const { source, authors, unknown = NOTHING } = this.#content;
    if (!kind.ofArticles || !source.outlet.languages.some(({ code }) => code === parts['lang']))
      return false;
    let isUnknown = false;
    const { outlet } = watchUnknown(source, unknown, () => {
      isUnknown = true;
    });
    return kind.ofArticles.isNamed(parts, { outlet, authors }) || isUnknown;
  }
}

const NOTHING: ReadonlySet<never> = new Set();

/** What looks like an article’s address is taken for none that something else had. */
const isOtherThan = ({ name }: MatchedPage, matched: readonly MatchedPage[]): boolean =>
  name === 'former' && matched.some((page) => page.name === 'article');

/** One that there is not may be another, misspelt: the one that its own message asks about. */
const mayBeMeant = (written: string, id: string, known: ReadonlySet<string>): boolean =>
  !known.has(written) && (nearest(written, known) ?? id) === id;

const mayBeEmpty = ({ kind }: MatchedPage): boolean =>
  kind.ofArticles ? kind.ofArticles.mayBeEmpty : false;

function knownIds(
  { sections, tags, series }: Outlet,
  authors: ReadonlySet<string>,
): Record<keyof ArticleLists, ReadonlySet<string>> {
  const setOf = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  return { section: setOf(sections), tag: setOf(tags), author: authors, series: setOf(series) };
}

/** A file that gave no value: where its page would stand. */
export type Broken = Pick<ArticleOutline, 'lang' | 'address' | 'formerAddresses' | 'lists'>;

/** The addresses that files with errors would have, so that one error brings no others with it. */
export function addressesDespite(
  articles: readonly Broken[],
  pages: readonly { lang: string; slug: string }[],
): Set<Address> {
  return new Set([
    ...articles.flatMap(({ address, formerAddresses = [] }) => [
      ...(address === undefined
        ? []
        : [
            articleAddress(address),
            articleTextAddress(address),
            monthAddress(address.lang, address.year, address.month),
          ]),
      ...formerAddresses.flatMap(formerPlaces),
    ]),
    ...pages.map(({ lang, slug }) => fixedPageAddress(lang, slug)),
  ]);
}
