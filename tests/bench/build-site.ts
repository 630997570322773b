import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { measureRun, median, type Run } from './measured-run.ts';
import { readArguments, readCount } from './read-arguments.ts';
import { writeHugoSite } from './hugo/write-hugo-site.ts';

const USAGE = `Builds a generated outlet and prints how long it took and how much memory the largest process held.

Usage: node tests/bench/build-site.ts [--articles 1000] [--photos COUNT] [--runs 3] [--beside-hugo]

With --photos every story has one of COUNT photographs. Every run starts without a kept build; the second and later
ones find the derivatives of images made, and so does Hugo.
--beside-hugo also builds the same articles and kinds of pages with Hugo, in turn (apt-get install hugo);
Hugo makes no search index, relative links or policies, and WebP instead of AVIF.
Memory is the largest resident set of one process (GNU time), in MB of 1,000,000 bytes.
`;

const values = readArguments(USAGE, {
  articles: { type: 'string', default: '1000' },
  photos: { type: 'string' },
  runs: { type: 'string', default: '3' },
  'beside-hugo': { type: 'boolean', default: false },
});
const articles = readCount('articles', values.articles, USAGE);
const turns = readCount('runs', values.runs, USAGE);

const show = ({ seconds, cpu, memory }: Run): string =>
  `${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, ${memory.toFixed(0)} MB`;
const print = (text: string): void => void process.stdout.write(`${text}\n`);

async function compare(work: string): Promise<void> {
  const corpus = path.join(work, 'corpus');
  const tree = path.join(work, 'tree');
  const amount = [
    '--articles',
    String(articles),
    ...(values.photos === undefined ? [] : ['--photos', values.photos]),
  ];
  await measureRun(['node', 'tests/bench/generate-corpus.ts', '--out', corpus, ...amount]);
  const commands: Record<string, string[]> = {
    check: ['tamizdat', 'check', '--content', corpus],
    build: ['tamizdat', 'build', '--content', corpus, '--out', tree, '--force'],
  };
  if (values['beside-hugo']) {
    const site = path.join(work, 'hugo');
    await writeHugoSite(corpus, site);
    // An empty destination each time, as our build has.
    commands['hugo'] = ['sh', '-c', `rm -rf "${site}/public" && hugo --quiet --source "${site}"`];
  }
  const runs: Record<string, Run[]> = {};
  for (let turn = 1; turn <= turns; turn++) {
    for (const [name, command] of Object.entries(commands)) {
      const run = await measureRun(command);
      (runs[name] ??= []).push(run);
      print(`run ${turn}: ${name} ${show(run)}`);
    }
  }
  for (const [name, all] of Object.entries(runs)) {
    const seconds = median(all.map((run) => run.seconds));
    const memory = median(all.map((run) => run.memory));
    const cpu = median(all.map((run) => run.cpu));
    print(`median: ${name} ${show({ seconds, cpu, memory })}`);
  }
}

const work = await mkdtemp(path.join(os.tmpdir(), 'tamizdat-bench-'));
await compare(work).finally(() => rm(work, { recursive: true }));
