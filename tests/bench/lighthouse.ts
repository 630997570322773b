import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { languagesOf, sample } from '../outlets/built-outlets.ts';
import { pagesOfEachKind } from '../e2e/places/page-kinds.ts';
import { startStaticServer } from '../e2e/places/static-server.ts';
import { readArguments } from './read-arguments.ts';

const USAGE = `Has Lighthouse judge the built sample outlet as a phone sees it, and prints what it gives: performance, accessibility,
best practices and search engine optimisation, of 100 each, and every audit that is not passed.
Usage: node tests/bench/lighthouse.ts [--kinds "front page,article"]
`;

/** Fetched on the first run (22 MB): only this asks for it, so tests and writers do without. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const values = readArguments(USAGE, {
  kinds: { type: 'string', default: 'front page,article' },
});

interface Report {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; displayValue?: string; numericValue?: number }>;
}

const work = await mkdtemp(path.join(os.tmpdir(), 'tamizdat-lighthouse-'));

function judge(url: string): Promise<Report> {
  const report = path.join(work, 'report.json');
  const flags = '--chrome-flags=--headless=new --no-sandbox --disable-background-networking';
  const wanted = ['--output=json', `--output-path=${report}`, '--quiet', flags];
  const categories = `--only-categories=${CATEGORIES.join(',')}`;
  return new Promise((resolve, reject) => {
    const child = spawn('npx', ['--yes', LIGHTHOUSE, url, ...wanted, categories], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, CHROME_PATH: '/usr/bin/chromium' },
    });
    child.once('error', reject);
    child.once('exit', () => {
      void readFile(report, 'utf8')
        .then((text) => JSON.parse(text) as Report)
        .then(resolve, reject);
    });
  });
}

function describeReport({ categories, audits }: Report): string {
  const scores = CATEGORIES.map(
    (name) => `${name} ${Math.round((categories[name]?.score ?? 0) * 100)}`,
  );
  const counted = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? []);
  const short = counted
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`);
  const paint = audits['largest-contentful-paint']?.displayValue ?? '';
  return [`${scores.join(', ')}; largest paint ${paint}`, ...short].join('\n    ');
}

const kinds = values.kinds.split(',').map((kind) => kind.trim());
const server = await startStaticServer({ folder: sample.tree });
for (const lang of languagesOf(sample)) {
  const pages = pagesOfEachKind(sample.tree, lang);
  for (const kind of kinds) {
    const address = pages.get(kind);
    if (address === undefined) throw new Error(`The tree has no page of the kind “${kind}”.`);
    process.stdout.write(`${address}\n    ${describeReport(await judge(server.base + address))}\n`);
  }
}
await server.close();
await rm(work, { recursive: true });
