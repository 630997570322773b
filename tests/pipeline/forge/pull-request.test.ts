import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { initKeys } from '@tamizdat/release';
import type { FixtureArticle } from '../fixture/article.ts';
import { FIXTURE_NOW, runTamizdat } from '../workplace/run-tamizdat.ts';
import { ForgeRepository } from './forge-repository.ts';
import { type RanJob, runJob } from './run-job.ts';
import { withoutInstall } from './without-install.ts';
import { loadWorkflow } from './workflow-file.ts';

/** Each `run` takes as long as it takes an outlet: an installation, a build. */
const LONG_MS = 900_000;
const DRAFT: FixtureArticle = {
  folder: 'en/2026/11/21-a-draft-of-the-river',
  title: 'A draft about the river is proposed',
  text: 'The rivver is low.',
  status: 'draft',
};

const repository = path.resolve(import.meta.dirname, '../../..');
const forge = new ForgeRepository();
beforeAll(() => forge.start(), LONG_MS);
afterAll(() => {
  forge.remove();
});

/** Runs the workflow on a pull request from a fork, which has no secrets and may write nothing. */
function runWorkflow(
  file: string,
  ref: string,
  labels: string[],
  { vars = {}, installs = false }: { vars?: Record<string, string>; installs?: boolean } = {},
): Promise<RanJob> {
  const { check } = loadWorkflow(file).jobs;
  if (check === undefined) throw new Error(`${file} has no job “check”`);
  const event = { pull_request: { number: 1, labels: labels.map((name) => ({ name })) } };
  const github = { repository: 'outlet/site', sha: '', base_ref: 'main', event };
  const machine = { folder: path.join(forge.folder, 'runner'), origin: forge.origin, ref };
  const job = installs ? check : withoutInstall(check);
  return runJob(job, { github, secrets: {}, vars }, machine);
}

const said = ({ steps }: RanJob): string => steps.map(({ output }) => output).join('\n');
const namesOf = ({ steps }: RanJob): string[] => steps.map(({ name }) => name);

test(
  'an article is checked, shown as a preview, and tried with the label “ready”',
  async () => {
    const ref = forge.propose('article', () => {
      forge.content.writeArticle(DRAFT);
    });
    const ran = await runWorkflow('.github/workflows/pull-request.yml', ref, ['ready']);
    expect(ran.passed, said(ran)).toBe(true);
    // Spelling is advice, in what is proposed alone, and in the outlet’s own language.
    expect(ran.summary).toContain('1 warning in 1 file');
    expect(said(ran)).toContain('title=style-spelling::The dictionary does not know “rivver”.');
    const page = path.join(ran.workspace, 'preview/en/2026/11/21/a-draft-of-the-river.html');
    expect(readFileSync(page, 'utf8')).toContain('A draft about the river is proposed');
    expect(ran.steps.at(-1)?.output).toContain('Ready as of 2026-11-21T');
    const keys = path.join(forge.folder, 'keys');
    initKeys({ folder: keys, passphrase: 'five random words', now: Date.parse(FIXTURE_NOW) });
    const preview = path.join(ran.workspace, 'preview');
    const signed = await runTamizdat(repository, ['release', preview, '--keys', keys, '--first'], {
      env: { TAMIZDAT_PASSPHRASE: 'five random words' },
    });
    expect(signed).toMatchObject({
      code: 1,
      output: expect.stringContaining('preview-tree') as string,
    });
  },
  LONG_MS,
);

test(
  'what is wrong is noted at its line, first in the changed file, and nothing is built',
  async () => {
    const ref = forge.propose('wrong', () => {
      forge.content.writeArticle({ ...DRAFT, section: 'nws' });
    });
    const ran = await runWorkflow('.github/workflows/pull-request.yml', ref, ['ready'], {
      vars: { TAMIZDAT_LANGUAGE: 'ru' },
    });
    expect(ran.passed).toBe(false);
    expect(said(ran)).toContain('Словарь не знает слова «rivver».');
    expect(said(ran)).toContain(
      '::error file=content/articles/en/2026/11/21-a-draft-of-the-river/index.md,line=6,',
    );
    expect(ran.summary).toContain('section-unknown');
    expect(namesOf(ran).at(-1)).toBe('Check');
    expect(existsSync(path.join(ran.workspace, 'preview'))).toBe(false);
  },
  LONG_MS,
);

test(
  'a pull request runs nothing of its own, and says so; a maintainer’s label lets it change the kit',
  async () => {
    const mark = path.join(forge.folder, 'was-run');
    const ref = forge.propose('hostile', () => {
      const touch = `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(mark)}, '');\n`;
      for (const file of ['packages/cli/src/main.ts', '.github/workflows/release.yml'])
        forge.content.write(`../${file}`, touch);
      forge.content.write(
        '../package.json',
        JSON.stringify({ scripts: { setup: `touch ${mark}`, preinstall: `touch ${mark}` } }),
      );
      forge.content.write('../.npmrc', 'script-shell=/bin/false\n');
    });
    const ran = await runWorkflow('.github/workflows/pull-request.yml', ref, []);
    expect(ran.passed).toBe(false);
    for (const file of ['.github/workflows/release.yml', 'package.json', '.npmrc'])
      expect(said(ran)).toContain(`::error file=${file},line=1,`);
    const labelled = await runWorkflow('.github/workflows/pull-request.yml', ref, ['kit'], {
      installs: true,
    });
    expect(labelled.passed, said(labelled)).toBe(true);
    expect(existsSync(mark)).toBe(false);
  },
  LONG_MS,
);
