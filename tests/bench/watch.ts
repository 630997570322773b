import { once } from 'node:events';
import { appendFileSync, globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BenchOutlet } from './changes/bench-outlet.ts';
import { loadNow } from './changes/results.ts';
import { median } from './measured-run.ts';
import { readArguments, readCount } from './read-arguments.ts';

const USAGE = `Watches a generated outlet (tamizdat build --watch), and saves a sentence more in its newest article again and again. Prints how
long after each save the sentence stands in the tree, and how long until the search knows it too and all was looked at.

Usage: node tests/bench/watch.ts [--articles 1000] [--saves 9] [--folder /tmp]
`;

const values = readArguments(USAGE, {
  articles: { type: 'string', default: '1000' },
  saves: { type: 'string', default: '9' },
  folder: { type: 'string', default: os.tmpdir() },
});
const articles = readCount('articles', values.articles, USAGE);
const saves = readCount('saves', values.saves, USAGE);

/** How often is looked, in milliseconds. */
const LOOK_MS = 2;

/** Between two saves: nobody saves while the build of the last save goes on. */
const PAUSE_MS = 500;

interface Saved {
  /** Milliseconds from the save on. */
  inPlace: number;
  all: number;
}

async function watchSaves({ content, tree }: BenchOutlet, told: AsyncIterator<void>) {
  const folder = globSync('articles/en/*/*/*', { cwd: content }).sort().at(-1) ?? '';
  const page = path.join(tree, folder.replace(/^articles\/(.*)\/(\d\d)-/, '$1/$2/') + '.html');
  const measured: Saved[] = [];
  for (let save = 1; save <= saves; save++) {
    await sleep(PAUSE_MS);
    const before = statSync(page).ino;
    const begun = performance.now();
    appendFileSync(path.join(content, folder, 'index.md'), `\nSentence ${save} while watched.\n`);
    const ending = told.next();
    while (statSync(page, { throwIfNoEntry: false })?.ino === before) await sleep(LOOK_MS);
    const inPlace = performance.now() - begun;
    await ending;
    measured.push({ inPlace, all: performance.now() - begun });
    process.stderr.write(`${JSON.stringify(measured.at(-1))}\n`);
  }
  return measured;
}

/** Tells each time that the watch waits for the next save. */
async function* waits(output: AsyncIterable<Buffer>): AsyncGenerator<void> {
  for await (const chunk of output) if (chunk.toString().includes('Waiting')) yield;
}

const folder = mkdtempSync(path.join(values.folder, 'tamizdat-watch-'));
try {
  const outlet = new BenchOutlet(folder);
  await outlet.generate(articles);
  await outlet.build();
  const begin = loadNow();
  const watching = outlet.watch();
  if (watching.stderr === null) throw new Error('What the watch tells cannot be read.');
  const told = waits(watching.stderr);
  await told.next();
  const measured = await watchSaves(outlet, told);
  watching.kill('SIGINT');
  await once(watching, 'exit');
  const of = (pick: (one: Saved) => number): string =>
    `${median(measured.map(pick)).toFixed(0)} ms`;
  process.stdout.write(
    `${articles} articles, medians of ${saves}: in place after ${of(({ inPlace }) => inPlace)}, all done after ${of(({ all }) => all)}; load ${begin} to ${loadNow()}\n`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
