import type { Article, Mirror, Outlet } from '@tamizdat/article-schema';
import type { InBoth } from '@tamizdat/problem';
import type { Goal } from './judge-versions.ts';

/** Somewhere that an article has got to. */
export interface Place extends InBoth {
  /** Permanent. */
  code: string;
}

/** How far taking something back reaches. */
export interface Reach {
  /** What the next release and its publication call back. */
  back: Place[];
  /** What nobody can call back, or somebody else has to be asked for. */
  not: Place[];
}

/** What decides how far an outlet’s word reaches. */
export interface Outgoing {
  goal: Goal;
  articles: readonly Article[];
  outlet: Outlet;
  /** Announced mirrors. */
  mirrors: readonly Pick<Mirror, 'name' | 'place'>[];
  /** Names of archive files. */
  archives: readonly string[];
}

/** Says what a withdrawal or a removal calls back and what it does not, of what this outlet has. Pure. */
export function buildReach({ goal, articles, outlet, mirrors, archives }: Outgoing): Reach {
  const copied = mirrors.filter(({ place }) => place.kind === 'copied').map(({ name }) => name);
  const hasLetters = articles.some(({ lang }) =>
    outlet.newsletters.some((newsletter) => newsletter.lang === lang),
  );
  return {
    back: [
      PAGES[goal],
      FEEDS[goal],
      BY_HASH,
      ...(copied.length > 0 ? [pulling(copied)] : []),
      ...(archives.length > 0 ? [madeAnew(archives)] : []),
    ],
    not: [
      FEED_READERS[goal],
      ...(hasLetters ? [LETTERS] : []),
      OTHER_MIRRORS,
      ...(archives.length > 0 ? [HANDED_ON] : []),
      SEARCH_ENGINES,
      HISTORY,
    ],
  };
}

const PAGES: Readonly<Record<Goal, Place>> = {
  withdrawn: {
    code: 'pages',
    en: 'its page, which becomes a dated notice with the reason; lists, the search and new issues, which name it no more',
    ru: 'страница: на ней останется уведомление с датой и причиной; списки, поиск и новые выпуски рассылок: там её больше нет',
  },
  removed: {
    code: 'pages',
    en: 'its page, which says only that something was removed; lists, the search and new issues, which name it no more',
    ru: 'страница: на ней сказано только, что здесь что-то убрано; списки, поиск и новые выпуски рассылок: там её больше нет',
  },
};

const FEEDS: Readonly<Record<Goal, Place>> = {
  withdrawn: {
    code: 'feeds',
    en: 'the feeds: the notice stands there under the same id, so that readers’ programs show it in the place of the text',
    ru: 'ленты: уведомление стоит там под тем же id, и программы читателей покажут его вместо текста',
  },
  removed: {
    code: 'feeds',
    en: 'the feeds, which hold it no more',
    ru: 'ленты: там её больше нет',
  },
};

const BY_HASH: Place = {
  code: 'by-hash',
  en: 'the mirrors that you publish to: text and pictures go at once, former versions under their hash (release/files) too',
  ru: 'зеркала, на которые вы публикуете: текст и картинки исчезают сразу, прежние версии под их хешем (release/files) тоже',
};

const pulling = (names: readonly string[]): Place => ({
  code: 'pulling-mirrors',
  en: `mirrors that copy by themselves, with their next run: ${names.join(', ')}`,
  ru: `зеркала, которые копируют сами, при их следующем запуске: ${names.join(', ')}`,
});

const madeAnew = (names: readonly string[]): Place => ({
  code: 'archives',
  en: `the archive files, which “tamizdat publish” makes anew: ${names.join(', ')}`,
  ru: `файлы архивов, которые «tamizdat publish» сделает заново: ${names.join(', ')}`,
});

const FEED_READERS: Readonly<Record<Goal, Place>> = {
  withdrawn: {
    code: 'feed-readers',
    en: 'what readers keep: saved pages, screenshots, feed readers that never ask again',
    ru: 'то, что сохранили читатели: страницы, снимки экрана, программы для лент, которые больше не спросят',
  },
  removed: {
    code: 'feed-readers',
    en: 'what readers keep: feed readers go on showing the text that they fetched; saved pages, screenshots. “withdraw” tells feed readers, “remove” does not',
    ru: 'то, что сохранили читатели: программы для лент показывают полученный текст и дальше; страницы, снимки экрана. «withdraw» им об этом говорит, «remove» нет',
  },
};

const LETTERS: Place = {
  code: 'newsletters',
  en: 'newsletters that were mailed: they cannot be called back; a letter that carried articles whole has the whole text; say it in the next issue',
  ru: 'разосланные письма: отозвать их нельзя, а если в письме были статьи целиком, то в нём весь текст; скажите об этом в следующем выпуске',
};

const OTHER_MIRRORS: Place = {
  code: 'other-mirrors',
  en: 'copies of those who do not pull, or have stopped: ask them, where you know them',
  ru: 'копии тех, кто не обновляет их или перестал: попросите их, если знаете',
};

const HANDED_ON: Place = {
  code: 'archives-handed-on',
  en: 'archives that were handed on: what others pin on IPFS, share as a torrent or keep on a stick',
  ru: 'архивы, которые уже переданы: закреплённые в IPFS, раздаваемые торренты, копии на флешках',
};

const SEARCH_ENGINES: Place = {
  code: 'search-engines',
  en: 'search engines and web archives: the page asks to be left out (noindex), which counts when they next come; ask them to delete their copy',
  ru: 'поисковики и веб-архивы: страница просит её не показывать (noindex), но это подействует, когда они снова придут; попросите их удалить копию',
};

const HISTORY: Place = {
  code: 'history',
  en: 'this repository: the text stays in the file and in git’s history, at the forge, in forks and clones',
  ru: 'этот репозиторий: текст остаётся в файле и в истории git, на сервере, в форках и клонах',
};
