import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { weightOf } from '@tamizdat/archive';

/** What only some pages of a kind hold: the looks of an article. */
const ARTICLES: readonly { name: string; mark: string }[] = [
  { name: 'article', mark: 'class=prose' },
  { name: 'article with corrections', mark: 'id=corrections' },
  { name: 'article with clarifications', mark: 'id=clarifications' },
  { name: 'article with a table', mark: '<table' },
  { name: 'article with an appeal', mark: 'id=appeal' },
  { name: 'article with a newsletter', mark: '<form' },
  { name: 'live blog', mark: '<article class=' },
  { name: 'part of a series', mark: '/series/' },
  { name: 'removed', mark: 'name=robots' },
];

/** Kinds of pages that every edition has, with or without an article. */
export const kindsOfAnyEdition: readonly string[] = [
  'front page',
  'section',
  'corrections',
  'archive',
  'search',
  'feeds page',
  'not found',
];

/** One page of each kind in a language of a tree, the last by its address, by the table of pages and what is there. */
export function pagesOfEachKind(tree: string, lang: string): Map<string, string> {
  const addresses = globSync(`${lang}/**/*.html`, { cwd: tree }).sort();
  const byKind = Map.groupBy(addresses, (address) => weightOf(address)?.called ?? 'unknown');
  const found = [...byKind].flatMap(([name, pages]): [string, string][] =>
    (name === 'article' ? ARTICLES : [{ name, mark: '' }]).flatMap(({ name, mark }) => {
      const page = pages.findLast((address) =>
        isLookedAt(readFileSync(path.join(tree, address), 'utf8'), mark),
      );
      return page === undefined ? [] : [[name, page]];
    }),
  );
  return new Map([...found, ['not found', '404.html']]);
}

/** A page that leads on is gone before it can be looked at. */
const isLookedAt = (html: string, mark: string): boolean =>
  html.includes(mark) && !html.includes('http-equiv=refresh');
