import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readArguments, readCount } from './read-arguments.ts';

const USAGE = `Builds a generated outlet and prints how long it took and how much memory the largest process held.
Usage: node tests/bench/build-site.ts [--articles 1000] [--photos] [--runs 3]

Every run starts without a kept build; the second and later ones find the derivatives of images made.
Memory is the largest resident set of one process (GNU time), in MB of 1,000,000 bytes.
`;

const values = readArguments(USAGE, {
  articles: { type: 'string', default: '1000' },
  photos: { type: 'boolean', default: false },
  runs: { type: 'string', default: '3' },
});
const articles = readCount('articles', values.articles, USAGE);
const runs = readCount('runs', values.runs, USAGE);

const repository = path.resolve(import.meta.dirname, '../..');
const work = await mkdtemp(path.join(os.tmpdir(), 'tamizdat-bench-'));

interface Run {
  /** Seconds of wall time. */
  seconds: number;
  /** MB. */
  memory: number;
}

function run(command: string[], quiet = true): Promise<Run> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn('/usr/bin/time', ['-f', 'maxrss %M', ...command], {
      cwd: repository,
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== 0) {
        reject(new Error(said));
        return;
      }
      const kilobytes = Number(/maxrss (\d+)/.exec(said)?.[1]);
      resolve({ seconds: (performance.now() - started) / 1000, memory: (kilobytes * 1024) / 1e6 });
    });
  });
}

const corpus = path.join(work, 'corpus');
const generate = [
  'node',
  'tests/bench/generate-corpus.ts',
  '--articles',
  String(articles),
  '--out',
  corpus,
];
await run([...generate, ...(values.photos ? ['--photos'] : [])]);
const build = [
  'tamizdat',
  'build',
  '--content',
  corpus,
  '--out',
  path.join(work, 'tree'),
  '--force',
];
const check = ['tamizdat', 'check', '--content', corpus];
for (let turn = 1; turn <= runs; turn++) {
  const checked = await run(check);
  const built = await run(build);
  process.stdout.write(
    `run ${turn}: check ${checked.seconds.toFixed(1)} s, ${checked.memory.toFixed(0)} MB; build ${built.seconds.toFixed(1)} s, ${built.memory.toFixed(0)} MB\n`,
  );
}
await rm(work, { recursive: true });
