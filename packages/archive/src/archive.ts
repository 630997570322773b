import {
  buildWords,
  type Appeal,
  type Article,
  type Author,
  type Edition,
  type Front,
  type Newsletter,
  type Outlet,
  type Page,
  type Words,
  type FormerOwner,
} from '@tamizdat/article-schema';
import { type ArchiveSource, type Opened, type Part, watchParts } from './archive-source.ts';
import { instantOf } from './instant.ts';
import type { Address, ListKind } from './addresses.ts';
import {
  LIST_NEWEST,
  LIST_PERIODS_MAX,
  NAMES_LISTED_MAX,
  NAMES_PAGE,
  RELATED_MAX,
} from './limits.ts';
import {
  buildArticleIndex,
  listKey,
  monthKey,
  seriesKey,
  type ListName,
} from './queries/article-index.ts';
import { currentAppeal } from './queries/appeals.ts';
import { type BookIssue, buildBooks } from './queries/books.ts';
import { listTakenBack, type TakenBack } from './queries/taken-back.ts';
import { correctionLog, type LoggedCorrection } from './queries/corrections.ts';
import { chooseToPassOn, eachAddress, mirrorsFor, type ShownMirror } from './queries/mirrors.ts';
import {
  buildNewsletterIssues,
  isClosed,
  type NewsletterIssue,
} from './queries/newsletter-issues.ts';
import { distinctPeriods, monthOf } from './queries/periods.ts';
import { selectFeedArticles } from './queries/feed-articles.ts';
import { buildFormerIndex, formerTargetOf } from './queries/former-index.ts';
import { relatedArticles } from './queries/related.ts';
import type { Visibility } from './visibility.ts';

export interface ArchiveOptions {
  /** RFC 3339; see `buildClock`. */
  clock: string;
  /** Show drafts and what is yet to come. */
  preview?: boolean;
}

/** The newest articles of a list, and its calendar pages where there are more. */
export interface ArticleList {
  newest: Article[];
  /** Newest first; empty while all of the list stands in `newest`. */
  periods: string[];
  /** Earlier years, which have a page that leads on to their months: where there are many of these. Newest first. */
  years: string[];
}

/** Which newsletter. */
export type NewsletterName = Pick<Newsletter, 'lang' | 'id'>;

export interface FoundArticle {
  article: Article;
  visibility: Visibility;
}

/** What a former address leads on to. */
export interface FormerTarget {
  target: Address;
  /** What stands there is called; absent where that is the archive. */
  title?: string;
  lang: string;
  /** Where it was a feed’s: of what. */
  feed?: FormerOwner;
}

export type { ListName };

export type { ArchiveSource, Part };

/** The door to all articles. Every query is async, so that what is behind may move to a disk. */
export class Archive {
  readonly preview: boolean;
  readonly #clock: string;
  readonly #load: () => Promise<ArchiveSource>;
  #opened: Promise<Opened> | undefined;
  /** The door that this one watches, and who is told of what. */
  #watched: { door: Archive; note: (part: Part) => void } | undefined;
  /** What was loaded, as this one shows it: a build asks 10,000 questions in a row. */
  #shown: { of: Opened; watched: Opened } | undefined;

  constructor(load: () => Promise<ArchiveSource>, options: ArchiveOptions) {
    this.#load = load;
    this.#clock = options.clock;
    this.preview = options.preview ?? false;
  }

  /** RFC 3339. */
  get clock(): string {
    this.#watched?.note('clock');
    return this.#clock;
  }

  /**
   * The same door, which tells of every part of what is behind it that is looked at for an answer: while these are the
   * same, so is the answer. No query reaches anything but through {@link #open} and the clock.
   */
  watch(note: (part: Part) => void): Archive {
    const watching = new Archive(this.#load, { clock: this.#clock, preview: this.preview });
    watching.#watched = { door: this, note };
    return watching;
  }

  /** Everything that is behind the door, by the names of its parts. */
  async parts(): Promise<[part: Part, value: unknown][]> {
    const { source } = await this.#open();
    return [...(Object.entries(source) as [Part, unknown][]), ['clock', this.#clock]];
  }

  /** Forgets what was loaded; the next query loads again. */
  reload(): void {
    this.#opened = undefined;
  }

  async #open(): Promise<Opened> {
    const { door, note } = this.#watched ?? { door: this };
    const opened = await door.#openOnce();
    if (!note) return opened;
    if (this.#shown?.of !== opened) this.#shown = { of: opened, watched: watchParts(opened, note) };
    return this.#shown.watched;
  }

  /** Many queries are asked at once: they wait for one index. What cannot be loaded is tried again by the next. */
  #openOnce(): Promise<Opened> {
    if (this.#opened !== undefined) return this.#opened;
    const opening = this.#arrange();
    this.#opened = opening;
    opening.catch(() => {
      if (this.#opened === opening) this.#opened = undefined;
    });
    return opening;
  }

  async #arrange(): Promise<Opened> {
    const source = await this.#load();
    const index = buildArticleIndex(source.articles, this.clock, this.preview);
    return { source, index, formers: buildFormerIndex(source) };
  }

  /** Digest of a file of the content folder, by its path there: who reads the file asks for it too. */
  async file(path: string): Promise<string | undefined> {
    return (await this.#open()).source.digests?.get(path.normalize('NFC'));
  }

  /** Paths and digests of all files in a folder of the content folder. */
  async folder(path: string): Promise<[path: string, digest: string][]> {
    const { digests = new Map<string, string>() } = (await this.#open()).source;
    const start = `${path.normalize('NFC')}/`;
    return [...digests].filter(([file]) => file.startsWith(start)).sort();
  }

  /** Whether an instant (RFC 3339) is over at the clock. */
  isOver(instant: string): Promise<boolean> {
    return Promise.resolve(instantOf(instant) <= instantOf(this.clock));
  }

  async outlet(): Promise<Outlet> {
    return (await this.#open()).source.outlet;
  }

  /** The edition of a language, or undefined where the outlet does not publish in it. */
  async edition(lang: string): Promise<Edition | undefined> {
    return (await this.outlet()).languages.find(({ code }) => code === lang);
  }

  async front(lang: string): Promise<Front | undefined> {
    return (await this.#open()).source.fronts.get(lang);
  }

  /** The appeal of a language at the clock; none where the outlet asks for nothing in it. */
  async appeal(lang: string): Promise<Appeal | undefined> {
    const { appeals = [] } = (await this.#open()).source;
    return currentAppeal(appeals, lang, this.clock);
  }

  /** All words of a language: the outlet's own, else the kit's, else English. */
  async words(lang: string): Promise<Words> {
    return buildWords(lang, (await this.#open()).source.words.get(lang));
  }

  /** The announced addresses that are meant for a language, in the order of `mirrors.yaml`. */
  async mirrors(lang: string): Promise<ShownMirror[]> {
    const { mirrors = [] } = (await this.#open()).source;
    return eachAddress(mirrorsFor(mirrors, lang));
  }

  /** Base addresses that readers' programs may ask, in the order of `mirrors.yaml`. */
  async workerBases(): Promise<string[]> {
    const { mirrors = [] } = (await this.#open()).source;
    return eachAddress(mirrors.filter(({ worker }) => worker)).map(({ base }) => base);
  }

  /** The base address that an article offers to be passed on, where the outlet wants that. */
  async passOnBase(id: string, lang: string): Promise<string | undefined> {
    const { mirrors = [] } = (await this.#open()).source;
    return chooseToPassOn(mirrorsFor(mirrors, lang), id);
  }

  async hasMirrors(lang: string): Promise<boolean> {
    return (await this.mirrors(lang)).length > 0;
  }

  async author(id: string): Promise<Author | undefined> {
    return (await this.#open()).source.authors.find((author) => author.id === id);
  }

  async fixedPages(lang: string): Promise<Page[]> {
    return (await this.#open()).source.pages.filter((page) => page.lang === lang);
  }

  /** Slugs and titles of the fixed pages of a language. */
  async fixedPageTitles(lang: string): Promise<[slug: string, title: string][]> {
    return (await this.fixedPages(lang)).map(({ slug, title }) => [slug, title]);
  }

  async fixedPage(lang: string, slug: string): Promise<Page | undefined> {
    return (await this.fixedPages(lang)).find((page) => page.slug === slug);
  }

  /** Everything that has a page: listed articles, withdrawal notices, tombstones. */
  async addressed(): Promise<[Address, FoundArticle][]> {
    return [...(await this.#open()).index.byAddress];
  }

  async find(address: Address): Promise<FoundArticle | undefined> {
    return (await this.#open()).index.byAddress.get(address);
  }

  async byId(id: string): Promise<Article | undefined> {
    return (await this.#open()).index.byId.get(id);
  }

  /** Listed articles of a language, newest first. */
  async latest(lang: string, limit = Infinity): Promise<Article[]> {
    return ((await this.#open()).index.byLanguage.get(lang) ?? []).slice(0, limit);
  }

  /**
   * What a feed carries: listed articles and withdrawal notices of a language, or of one of its lists. All of the last
   * 48 hours, and at least `minimum` where there are as many, newest first; see `selectFeedArticles`.
   */
  async feedArticles(lang: string, minimum: number, list?: ListName): Promise<Article[]> {
    const { followed, followedByList } = (await this.#open()).index;
    const wanted = list
      ? followedByList.get(listKey(lang, list.kind, list.id))
      : followed.get(lang);
    return selectFeedArticles(wanted ?? [], this.clock, minimum);
  }

  /** Ids of a kind that have listed articles in a language, in code-unit order. */
  async listIds(lang: string, kind: ListKind): Promise<string[]> {
    const prefix = listKey(lang, kind, '');
    const keys = [...(await this.#open()).index.byList.keys()];
    return keys
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
      .sort();
  }

  /** Ids that have a page in a language: every section, and tags and authors of listed articles. */
  async listPageIds(lang: string, kind: ListKind): Promise<string[]> {
    return kind === 'section'
      ? (await this.outlet()).sections.map(({ id }) => id)
      : this.listIds(lang, kind);
  }

  /** How many pages name all tags or authors of a language: none while other pages can. */
  async namePages(lang: string, kind: 'tag' | 'author'): Promise<number> {
    const { length } = await this.listIds(lang, kind);
    return length > NAMES_LISTED_MAX ? Math.ceil(length / NAMES_PAGE) : 0;
  }

  /** Whether a list has an article, and so a page; a section always has one. */
  async hasListPage(lang: string, kind: ListKind, id: string): Promise<boolean> {
    if (kind === 'section') return (await this.outlet()).sections.some((one) => one.id === id);
    return this.hasListed(lang, kind, id);
  }

  async hasListed(lang: string, kind: ListKind, id: string): Promise<boolean> {
    return (await this.listed(lang, kind, id)).length > 0;
  }

  /** All listed articles of a section, tag or author, newest first. */
  async listed(lang: string, kind: ListKind, id: string): Promise<Article[]> {
    return (await this.#open()).index.byList.get(listKey(lang, kind, id)) ?? [];
  }

  async list(lang: string, kind: ListKind, id: string): Promise<ArticleList> {
    const all = await this.listed(lang, kind, id);
    const { byPeriod } = (await this.#open()).index;
    const periods = [...(byPeriod.get(listKey(lang, kind, id))?.keys() ?? [])];
    const shown = all.length > LIST_NEWEST ? periods.sort().reverse() : [];
    const isLong = shown.length > LIST_PERIODS_MAX && kind === 'section';
    return {
      newest: all.slice(0, LIST_NEWEST),
      periods: shown,
      years: isLong ? [...new Set(shown.map((month) => month.slice(0, 4)))].slice(1) : [],
    };
  }

  /** The calendar pages of a year that has a page of its own, newest first. */
  async listYear(lang: string, kind: ListKind, id: string, year: string): Promise<string[]> {
    const { periods, years } = await this.list(lang, kind, id);
    return years.includes(year) ? periods.filter((month) => month.startsWith(year)) : [];
  }

  /** The articles of one calendar page of a list. */
  async listPeriod(lang: string, kind: ListKind, id: string, period: string): Promise<Article[]> {
    const { byPeriod } = (await this.#open()).index;
    return byPeriod.get(listKey(lang, kind, id))?.get(period) ?? [];
  }

  /** Ids of series with listed parts in a language, in code-unit order. */
  async seriesIds(lang: string): Promise<string[]> {
    const prefix = seriesKey(lang, '');
    const keys = [...(await this.#open()).index.bySeries.keys()];
    return keys
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
      .sort();
  }

  /** Listed parts of a series in a language, in the order of the parts. */
  async series(lang: string, id: string): Promise<Article[]> {
    return (await this.#open()).index.bySeries.get(seriesKey(lang, id)) ?? [];
  }

  /**
   * The log of corrections of a language, newest first: of listed and withdrawn articles. A page for each year,
   * so that a new one changes no earlier year's.
   */
  async corrections(lang: string): Promise<LoggedCorrection[]> {
    const { index, source } = await this.#open();
    return correctionLog(index.followed.get(lang) ?? [], source.outlet.timeZone);
  }

  /** Years with corrections, newest first. The first stands on the log's own page, the others have one each. */
  async correctionYears(lang: string): Promise<string[]> {
    return [...new Set((await this.corrections(lang)).map(({ year }) => year))];
  }

  /** Issues of a newsletter, newest first; the current one may still grow (`isClosed`). */
  async newsletterIssues({ lang, frequency }: Newsletter): Promise<NewsletterIssue[]> {
    return buildNewsletterIssues(await this.latest(lang), frequency);
  }

  /** Issues that are complete, newest first: only they have a page. */
  async closedIssues({ lang, id }: NewsletterName): Promise<NewsletterIssue[]> {
    const { timeZone, newsletters } = await this.outlet();
    const newsletter = newsletters.find((one) => one.lang === lang && one.id === id);
    const issues = newsletter === undefined ? [] : await this.newsletterIssues(newsletter);
    return issues.filter((issue) => isClosed(issue, this.clock, timeZone));
  }

  /** Books of a language's articles by their days, which are over; the latest first. */
  async books(lang: string): Promise<BookIssue[]> {
    return buildBooks(await this.latest(lang), await this.outlet(), this.clock);
  }

  /** What left the lists of a language since a day (`yyyy-mm-dd`), by its own day: enough to tell that books changed. */
  async takenBack(lang: string, since: string): Promise<TakenBack[]> {
    return listTakenBack((await this.#open()).index.takenBack.get(lang) ?? [], since);
  }

  async hasBooks(lang: string): Promise<boolean> {
    return (await this.books(lang)).length > 0;
  }

  /** One of these, so that it is made again only where it changes. */
  async book(lang: string, id: string): Promise<BookIssue | undefined> {
    return (await this.books(lang)).find((book) => book.id === id);
  }

  async hasClosedIssue(newsletter: NewsletterName): Promise<boolean> {
    return (await this.closedIssues(newsletter)).length > 0;
  }

  /** Months with listed articles as `yyyy-mm`, newest first. */
  async months(lang: string): Promise<string[]> {
    return distinctPeriods(await this.latest(lang), monthOf);
  }

  /** Listed articles of a month (`yyyy-mm`) of their addresses, newest first. */
  async month(lang: string, month: string): Promise<Article[]> {
    return (await this.#open()).index.byMonth.get(monthKey(lang, month)) ?? [];
  }

  /** Keys of the tiers in which a language is searched, newest first; none where nothing is listed. */
  async searchTiers(lang: string): Promise<string[]> {
    return ((await this.#open()).index.searchTiers.get(lang) ?? []).map(({ key }) => key);
  }

  /** The articles of a tier of the search, newest first. */
  async searchTier(lang: string, key: string): Promise<Article[]> {
    const tiers = (await this.#open()).index.searchTiers.get(lang) ?? [];
    return tiers.find((tier) => tier.key === key)?.articles ?? [];
  }

  /** Older articles that share tags or the section with the one at an address; none where that is nowhere. */
  async related(address: Address, limit = RELATED_MAX): Promise<Article[]> {
    const { index } = await this.#open();
    const found = index.byAddress.get(address);
    return found === undefined ? [] : relatedArticles(index, found.article, limit);
  }

  /** Listed articles of a translation key in all languages but one, in the outlet's order of languages. */
  async translations(key: string | undefined, but: string): Promise<Article[]> {
    if (key === undefined) return [];
    const { index, source } = await this.#open();
    const found = index.byTranslationKey.get(key) ?? [];
    return source.outlet.languages
      .filter(({ code }) => code !== but)
      .flatMap(({ code }) => found.filter(({ lang }) => lang === code));
  }

  /** Where a former address leads on to; undefined where it is none. */
  async formerTarget(former: Address): Promise<FormerTarget | undefined> {
    const opened = await this.#open();
    const target = opened.index.byFormerAddress.get(former);
    const found = target === undefined ? undefined : opened.index.byAddress.get(target);
    if (found !== undefined && target !== undefined)
      return { target, title: found.article.title, lang: found.article.lang };
    const owner = opened.formers.pages.get(former);
    return owner && formerTargetOf(owner, opened);
  }

  /** Former addresses and where they lead on to, but for those of what was removed. */
  async formerAddresses(): Promise<[Address, Address][]> {
    const opened = await this.#open();
    const { index, formers } = opened;
    return [
      ...index.byFormerAddress,
      ...[...formers.pages].map(([address, owner]): [Address, Address] => [
        address,
        formerTargetOf(owner, opened).target,
      ]),
    ];
  }

  /** Addresses at which feeds stood, and stand as files. */
  async formerFeeds(): Promise<Address[]> {
    return [...(await this.#open()).formers.feeds.keys()];
  }

  /** Whose feed stood at an address; undefined where none did. */
  async formerFeed(address: Address): Promise<FormerOwner | undefined> {
    return (await this.#open()).formers.feeds.get(address);
  }
}
