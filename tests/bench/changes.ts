import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readState, type TreeState } from '../pipeline/workplace/tree-state.ts';
import { BenchOutlet } from './changes/bench-outlet.ts';
import { CHANGES } from './changes/changes.ts';
import {
  describeMachine,
  describeResults,
  loadNow,
  type Results,
  type Turn,
} from './changes/results.ts';
import { measureDifference } from './changes/tree-difference.ts';
import { writeHugoSite } from './hugo/write-hugo-site.ts';
import { measureRun, type Run } from './measured-run.ts';
import { readArguments, readCount } from './read-arguments.ts';

const USAGE = `Builds and signs a generated outlet without pictures, then changes it and builds and signs it again, each change several
times, each in processes of their own; prints what it took, and how much a mirror must fetch.

Usage: npm run bench -- [--articles 1000] [--runs 3] [--full-runs 1] [--folder /tmp] [--beside-hugo] [--json results.json]

Medians. CPU is that of the command and all processes that it waited for; memory is the largest resident set of one
process (GNU time). --full-runs is for what takes long: builds of all, and those after a change of a template.
--beside-hugo also builds the same articles and kinds of pages with Hugo (apt-get install hugo), in turn with ours: all of
them each time, since that is what Hugo does. It makes no search, no relative links, no policies and no signature.
`;

const values = readArguments(USAGE, {
  articles: { type: 'string', default: '1000' },
  runs: { type: 'string', default: '3' },
  'full-runs': { type: 'string', default: '1' },
  folder: { type: 'string', default: os.tmpdir() },
  'beside-hugo': { type: 'boolean', default: false },
  json: { type: 'string' },
});
const articles = readCount('articles', values.articles, USAGE);
const runs = readCount('runs', values.runs, USAGE);
const fullRuns = readCount('full-runs', values['full-runs'], USAGE);

const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const stateOf = ({ tree }: BenchOutlet): TreeState => readState(tree);
const countFiles = (state: TreeState): number =>
  [...state.keys()].filter((file) => !file.startsWith('release/')).length;

async function bench(folder: string): Promise<Results> {
  const begin = loadNow();
  const outlet = new BenchOutlet(folder);
  await outlet.generate(articles);
  const measured: Results['measured'] = await buildAll(outlet, folder);
  let state = stateOf(outlet);
  const files = countFiles(state);
  for (const { name, make } of CHANGES) {
    const turns: Turn[] = [];
    const count = name.includes('template') ? fullRuns : runs;
    for (let turn = 1; turn <= count; turn++) {
      make(outlet, turn);
      const built = { build: await outlet.build(), release: await outlet.release() };
      const after = stateOf(outlet);
      turns.push({ ...built, difference: measureDifference(outlet.tree, state, after) });
      state = after;
      tell(`${name}: ${JSON.stringify(turns.at(-1))}`);
    }
    measured.push({ name, turns });
  }
  return { articles, files, machine: describeMachine(), load: [begin, loadNow()], measured };
}

/** Builds everything from nothing, and beside it with Hugo where that is asked for. */
async function buildAll(outlet: BenchOutlet, folder: string): Promise<Results['measured']> {
  const hugo = values['beside-hugo'] ? path.join(folder, 'hugo') : undefined;
  if (hugo !== undefined) await writeHugoSite(outlet.content, hugo);
  // Compiles the templates, which no later build does.
  const first = await outlet.build();
  const ours: Turn[] = [];
  const theirs: Turn[] = [];
  for (let turn = 1; turn <= fullRuns; turn++) {
    outlet.forget();
    ours.push({ build: await outlet.build(), release: await outlet.release() });
    tell(`everything: ${JSON.stringify(ours.at(-1))}`);
    if (hugo !== undefined) theirs.push({ build: await buildWithHugo(hugo) });
  }
  return [
    { name: 'everything, templates compiled first', turns: [{ build: first }] },
    { name: 'everything', turns: ours },
    ...(hugo === undefined
      ? []
      : [{ name: 'Hugo: everything, which it builds each time', turns: theirs }]),
  ];
}

async function buildWithHugo(site: string): Promise<Run> {
  // An empty destination each time, as our build has.
  rmSync(path.join(site, 'public'), { recursive: true, force: true });
  return measureRun(['hugo', '--quiet', '--source', site]);
}

const folder = mkdtempSync(path.join(values.folder, 'tamizdat-bench-'));
try {
  const results = await bench(folder);
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`);
  process.stdout.write(`${describeResults(results)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
