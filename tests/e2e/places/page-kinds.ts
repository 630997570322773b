import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Kind {
  name: string;
  /** Below the language's folder, or from the tree's root. */
  pattern: string;
  /** What only pages of this kind hold. */
  mark?: string;
}

const ARTICLES = '[0-9]*/[0-9]*/[0-9]*/*.html';

const KINDS: readonly Kind[] = [
  { name: 'front page', pattern: 'index.html' },
  { name: 'article', pattern: ARTICLES, mark: 'class=prose' },
  { name: 'article with corrections', pattern: ARTICLES, mark: 'id=corrections' },
  { name: 'article with clarifications', pattern: ARTICLES, mark: 'id=clarifications' },
  { name: 'article with a table', pattern: ARTICLES, mark: '<table' },
  { name: 'article with an appeal', pattern: ARTICLES, mark: 'id=appeal' },
  { name: 'article with a newsletter', pattern: ARTICLES, mark: '<form' },
  { name: 'live blog', pattern: ARTICLES, mark: '<article class=' },
  { name: 'part of a series', pattern: ARTICLES, mark: '/series/' },
  { name: 'removed', pattern: ARTICLES, mark: 'name=robots' },
  { name: 'section', pattern: 'section/*.html' },
  { name: 'tag', pattern: 'tag/*.html' },
  { name: 'author', pattern: 'author/*.html' },
  { name: 'series', pattern: 'series/*.html' },
  { name: 'month', pattern: '[0-9]*/[0-9]*/index.html' },
  { name: 'corrections', pattern: 'corrections.html' },
  { name: 'earlier corrections', pattern: 'corrections/*.html' },
  { name: 'archive', pattern: 'archive.html' },
  { name: 'search', pattern: 'search.html' },
  { name: 'feeds page', pattern: 'feeds.html' },
  { name: 'check of a copy', pattern: 'verify.html' },
  { name: 'books', pattern: 'books.html' },
  { name: 'support', pattern: 'support.html' },
  { name: 'mirrors', pattern: 'mirrors.html' },
  { name: 'newsletter', pattern: 'newsletter/*.html' },
  { name: 'issue of a newsletter', pattern: 'newsletter/*/*.html' },
  { name: 'fixed page', pattern: 'about.html' },
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

/** One page of each kind in a language of a tree, the last by its address, by what is there. */
export function pagesOfEachKind(tree: string, lang: string): Map<string, string> {
  const found = KINDS.flatMap(({ name, pattern, mark }): [string, string][] => {
    const page = globSync(`${lang}/${pattern}`, { cwd: tree })
      .sort()
      .findLast((address) => isOfKind(readFileSync(path.join(tree, address), 'utf8'), mark));
    return page === undefined ? [] : [[name, page]];
  });
  return new Map([...found, ['not found', '404.html']]);
}

/** A page that leads on is gone before it can be looked at. */
const isOfKind = (html: string, mark = ''): boolean =>
  html.includes(mark) && !html.includes('http-equiv=refresh');
