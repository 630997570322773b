import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Words up to which an article fits a frozen connection. */
const MOST_WORDS = 1_200;

/** What first visits go to in a language of a tree: the front page, the heaviest section and article, the short feed. */
export function choosePages(tree: string, lang: string): string[] {
  const heaviest = (addresses: readonly string[]): string[] =>
    addresses.toSorted((one, other) => sizeOf(tree, other) - sizeOf(tree, one)).slice(0, 1);
  const find = (pattern: string): string[] => globSync(`${lang}/${pattern}`, { cwd: tree });
  const articles = find('[0-9]*/[0-9]*/[0-9]*/*.html');
  return [
    `${lang}/index.html`,
    ...heaviest(articles.filter((address) => countWords(tree, address) <= MOST_WORDS)),
    ...heaviest(find('section/*.html')),
    `${lang}/brief.xml`,
  ];
}

const sizeOf = (tree: string, address: string): number => statSync(path.join(tree, address)).size;

/** Words of the article's own text, appeal and form left out. */
function countWords(tree: string, address: string): number {
  const html = readFileSync(path.join(tree, address), 'utf8');
  const [, prose = ''] = /class="?prose[^>]*>(.*?)<\/article>/s.exec(html) ?? [];
  return prose
    .replace(/<[^>]+>/g, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word)).length;
}
