import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { tree } from './places.ts';

/** One page of each kind in a language of the tree under test, by what is there. */
export function pagesOfEachKind(lang: string): Map<string, string> {
  const first = (pattern: string): string | undefined =>
    globSync(pattern, { cwd: tree }).sort().at(-1);
  const candidates: [string, string | undefined][] = [
    ['front page', `${lang}/index.html`],
    ['article', first(`${lang}/[0-9]*/[0-9]*/[0-9]*/*.html`)],
    ['section', first(`${lang}/section/*.html`)],
    ['tag', first(`${lang}/tag/*.html`)],
    ['author', first(`${lang}/author/*.html`)],
    ['month', first(`${lang}/[0-9]*/[0-9]*/index.html`)],
    ['archive', `${lang}/archive.html`],
    ['search', `${lang}/search.html`],
    ['feeds page', `${lang}/feeds.html`],
    ['fixed page', `${lang}/about.html`],
    ['not found', '404.html'],
  ];
  return new Map(
    candidates.filter(
      (candidate): candidate is [string, string] =>
        candidate[1] !== undefined && existsSync(path.join(tree, candidate[1])),
    ),
  );
}
