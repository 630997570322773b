import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Article, Outcome } from '../adversary.ts';
import type { Folders } from '../hosts/answer.ts';
import type { ReleaseName } from '../hosts/serving.ts';
import { KNOWN, NEW } from '../outlet/articles.ts';

export const ADDRESSES: Readonly<Record<Article, string>> = {
  known: KNOWN.address,
  new: NEW.address,
};

/** What the outlet signed at an address. */
export interface References {
  newest: string;
  /** All that was signed there before. */
  older: string[];
}

/** Reads what an article was in every release. @param newest The last one of the run. */
export function readReferences(
  folders: Folders,
  article: Article,
  newest: ReleaseName,
): References {
  const read = (folder: string): string[] => {
    const file = path.join(folder, ADDRESSES[article]);
    return existsSync(file) ? [readFileSync(file, 'utf8')] : [];
  };
  const [now = ''] = read(folders[newest]);
  const all = new Set(Object.values(folders).flatMap(read));
  return { newest: now, older: [...all].filter((html) => html !== now) };
}

/** What a page shows, and whether all of it has come; runs in the page. */
export interface Shown {
  outcome: Outcome;
  isComplete: boolean;
  pictures: { shown: number; all: number };
}

/** Compares the text of the article before the reader with what was signed; runs in the page. */
export function compareArticle({ newest, older }: References): Shown {
  // Its headline and its text: around them scripts of the page put what a reader can do with it.
  const textOf = (from: Document): string =>
    [...from.querySelectorAll('article h1, article .prose')]
      .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
      .join('\n');
  const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
  const text = textOf(document);
  const images = [...(document.querySelector('article')?.querySelectorAll('img') ?? [])];
  const isSeen = document.querySelector('article h1')?.checkVisibility() ?? false;
  const found = (): Outcome => {
    if (!text || !isSeen) return 'nothing';
    if (text === textOf(parse(newest))) return 'newest';
    return older.some((html) => text === textOf(parse(html))) ? 'old' : 'forged';
  };
  return {
    outcome: found(),
    isComplete: document.readyState !== 'loading',
    pictures: {
      shown: images.filter(({ naturalWidth }) => naturalWidth > 0).length,
      all: images.length,
    },
  };
}
