import { appendFileSync, cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildUlid, Random } from '../corpus/random.ts';
import type { BenchOutlet } from './bench-outlet.ts';

/** What is done to an outlet before it is built again. */
export interface Change {
  name: string;
  /** @param turn Counted from 1: no turn does what another did. */
  make: (outlet: BenchOutlet, turn: number) => void;
}

/** Each is built and signed upon the one before. */
export const CHANGES: readonly Change[] = [
  { name: 'nothing changed', make: () => undefined },
  { name: 'a sentence more in the newest article', make: addSentence },
  { name: 'an article more', make: addArticle },
  { name: 'a typo in an article of ten years ago', make: mendTypo },
  { name: 'an old article is gone', make: removeArticle },
  { name: 'a template is another', make: changeTemplate },
];

/** Folders of articles in one language, oldest first. */
const foldersOf = ({ content }: BenchOutlet): string[] =>
  globSync('articles/en/*/*/*', { cwd: content }).sort();

const textOf = ({ content }: BenchOutlet, folder = ''): string =>
  path.join(content, folder, 'index.md');

function addSentence(outlet: BenchOutlet, turn: number): void {
  appendFileSync(
    textOf(outlet, foldersOf(outlet).at(-1)),
    `\nOne sentence more, number ${turn}.\n`,
  );
}

function addArticle(outlet: BenchOutlet, turn: number): void {
  const last = foldersOf(outlet).at(-1) ?? '';
  const folder = path.join(path.dirname(last), `22-added-${turn}`);
  cpSync(path.join(outlet.content, last), path.join(outlet.content, folder), { recursive: true });
  const time = Date.UTC(2026, 10, 22, 6, turn);
  const text = readFileSync(textOf(outlet, folder), 'utf8')
    .replace(/^id: .*$/m, `id: ${buildUlid(time, new Random(turn))}`)
    .replace(/^translationKey: .*\n/m, '')
    .replace(/^title: .*$/m, `title: An article more, number ${turn}`)
    .replace(
      /^publishedAt: .*$/m,
      `publishedAt: ${new Date(time).toISOString().slice(0, 19)}+00:00`,
    );
  writeFileSync(textOf(outlet, folder), text);
}

function mendTypo(outlet: BenchOutlet, turn: number): void {
  const folders = foldersOf(outlet);
  const file = textOf(outlet, folders[Math.floor(folders.length / 3) + turn]);
  const text = readFileSync(file, 'utf8');
  // In the last paragraph, which no list shows.
  writeFileSync(file, text.replace(/(\w+)\.\s*$/, `$1ly${turn}.\n`));
}

function removeArticle(outlet: BenchOutlet, turn: number): void {
  const folders = foldersOf(outlet);
  const folder = folders[Math.floor(folders.length / 2) + turn] ?? '';
  rmSync(path.join(outlet.content, folder), { recursive: true });
}

function changeTemplate({ kit }: BenchOutlet, turn: number): void {
  const template = path.join(kit, 'apps/site/src/pages/[lang]/archive.astro');
  appendFileSync(template, `<p>Of the template, number ${turn}.</p>\n`);
}
