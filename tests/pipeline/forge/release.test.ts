import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FixtureArticle } from '../fixture/article.ts';
import { FIXTURE_NOW } from '../workplace/run-tamizdat.ts';
import { ForgeApi } from './forge-api.ts';
import { ForgeRepository } from './forge-repository.ts';
import { ReleasePlace } from './release-place.ts';
import { type JobContext, type RanJob, runJob } from './run-job.ts';
import { holds } from './expressions.ts';
import { withoutInstall } from './without-install.ts';
import { loadWorkflow } from './workflow-file.ts';

const LONG_MS = 900_000;
const LATER = '2026-11-22T15:00:00Z';

/** Merged as a draft; its pull request has the label. */
const DRAFT: FixtureArticle = {
  folder: 'en/2026/11/20-the-river-is-low',
  title: 'The river is low at the ferry',
  text: 'The river is low.',
  status: 'draft',
};
/** Another draft, merged without the label. */
const QUIET: FixtureArticle = {
  ...DRAFT,
  folder: 'en/2026/11/20-not-yet',
  title: 'Not to be seen yet',
};
/** Comes out between the release and the timer. */
const EMBARGOED: FixtureArticle = {
  folder: 'en/2026/11/22-in-an-hour',
  title: 'This comes out an hour after the release',
  text: 'Later.',
  publishedAt: '2026-11-22T11:00:00Z',
  fields: ['embargoUntil: 2026-11-22T13:00:00Z'],
};

/** `publishedAt` has to be told by the command. */
const withoutTime = (folder: string) => (forge: ForgeRepository) => {
  forge.content.editArticle(folder, (text) => text.replace(/publishedAt: .*\n/, ''));
};

describe('releases and the timer', () => {
  const forge = new ForgeRepository();
  const api = new ForgeApi();
  const place = new ReleasePlace(forge.folder);
  const { mirror, reserve, secrets } = place;
  let apiAddress = '';

  beforeAll(async () => {
    apiAddress = await api.start();
    await place.start();
    await forge.start(() => {
      place.writeInto(forge);
      forge.content.writeArticle(EMBARGOED);
    });
  }, LONG_MS);
  afterAll(() => {
    api.stop();
    place.stop();
    forge.remove();
  });

  function contextOf(given: Partial<JobContext['github']> = {}): JobContext {
    const github = {
      repository: 'outlet/site',
      sha: '',
      api_url: apiAddress,
      event: {},
      token: 'T0ken',
    };
    return {
      github: { event_name: 'push', ref: 'refs/heads/main', ...github, ...given },
      secrets,
      vars: {},
      inputs: {},
    };
  }

  async function run(
    file: string,
    name: string,
    context: JobContext,
    { now = FIXTURE_NOW, installs = false } = {},
  ) {
    const whole = loadWorkflow(`.github/workflows/${file}.yml`).jobs[name];
    if (whole === undefined) throw new Error(`${file} has no job “${name}”`);
    const job = installs ? whole : withoutInstall(whole);
    const machine = { folder: path.join(forge.folder, 'runner'), origin: forge.origin };
    const ran = await runJob(job, context, { ...machine, ref: 'main', now });
    for (const { output } of ran.steps)
      for (const hidden of [...place.hidden, 'T0ken']) expect(output).not.toContain(hidden);
    expect(existsSync(path.join(ran.workspace, '../temp/mirrors'))).toBe(false);
    return ran;
  }

  const said = ({ steps }: RanJob) =>
    steps.map(({ name, output }) => `${name}\n${output}`).join('\n');
  const has = (page: string) => existsSync(path.join(mirror, page));

  test(
    'without a history nothing is released, unless a person says that it is the first time',
    async () => {
      const refused = await run('release', 'release', contextOf());
      expect([refused.passed, said(refused)]).toEqual([
        false,
        expect.stringContaining('begins to count anew'),
      ]);
      expect(has('index.html')).toBe(false);
      const inputs = { first: true };
      const first = await run('release', 'release', { ...contextOf(), inputs }, { installs: true });
      expect(first.passed, said(first)).toBe(true);
      expect(await place.verify()).toMatchObject({
        code: 0,
        output: expect.stringContaining('release 1') as string,
      });
      expect(existsSync(path.join(reserve, 'index.html'))).toBe(true);
    },
    LONG_MS,
  );

  test(
    'what was merged with the label is made ready and comes out; other drafts stay drafts',
    async () => {
      const quiet = forge.push('Merge #1', () => {
        forge.content.writeArticle(QUIET);
      });
      api.merged.set(quiet.sha, ['spelling']);
      const none = await run('release', 'ready', contextOf({ sha: quiet.sha, event: quiet }));
      expect([none.passed, none.steps.length]).toEqual([true, 1]);
      const merged = forge.push('Merge #2', () => {
        forge.content.writeArticle(DRAFT);
        withoutTime(DRAFT.folder)(forge);
      });
      api.merged.set(merged.sha, ['ready']);
      const ready = await run('release', 'ready', contextOf({ sha: merged.sha, event: merged }));
      expect(ready.passed, said(ready)).toBe(true);
      forge.git('pull', '--quiet', 'origin', 'main');
      expect(forge.git('log', '-1', '--format=%an <%ae> %s')).toBe(
        'The Sample <noreply@sample.example> Make 22-the-river-is-low ready',
      );
      const released = await run('release', 'release', contextOf());
      expect(released.passed, said(released)).toBe(true);
      expect(await place.verify()).toMatchObject({
        code: 0,
        output: expect.stringContaining('release 2') as string,
      });
      expect([
        has('en/2026/11/22/the-river-is-low.html'),
        has('en/2026/11/20/not-yet.html'),
      ]).toEqual([true, false]);
      expect(new Set(api.shown.map((shown) => shown.split(' ')[1]))).toEqual(new Set(['T0ken']));
    },
    LONG_MS,
  );

  test(
    'a commit that came by no pull request is released as it is',
    async () => {
      const direct = forge.push('Directly', () => undefined);
      const ran = await run('release', 'ready', contextOf({ sha: direct.sha, event: direct }));
      expect([ran.passed, ran.steps.length]).toEqual([true, 1]);
    },
    LONG_MS,
  );

  test.each([
    [['ready'], 'true'],
    [['spelling'], 'false'],
    [undefined, 'false'],
  ])('Forgejo tells of the labels %j in its own way', async (labels, found) => {
    const sha = 'f'.repeat(40);
    if (labels === undefined) api.merged.delete(sha);
    else api.merged.set(sha, labels);
    const { ready } = loadWorkflow('docs/forge/forgejo/release.yml').jobs;
    const job = {
      steps: (ready?.steps ?? []).slice(0, 1),
      outputs: { ready: '${{ steps.label.outputs.ready }}' },
    };
    const machine = { folder: path.join(forge.folder, 'runner'), origin: forge.origin };
    const ran = await runJob(job, contextOf({ sha }), { ...machine, ref: 'main' });
    expect([ran.passed, ran.outputs], said(ran)).toEqual([true, { ready: found }]);
  });

  test(
    'the timer finds that something is due when its time has come',
    async () => {
      const schedule = contextOf({ event_name: 'schedule' });
      expect((await run('release', 'due', schedule)).outputs).toEqual({ due: 'false' });
      expect((await run('release', 'due', schedule, { now: LATER })).outputs).toEqual({
        due: 'true',
      });
    },
    LONG_MS,
  );

  test('a release follows a push and what is due, and nothing that failed', () => {
    const { release } = loadWorkflow('.github/workflows/release.yml').jobs;
    const when = (event_name: string, ready: string, due: string, found = '') =>
      holds(release?.if, {
        github: { event_name },
        needs: { ready: { result: ready }, due: { result: due, outputs: { due: found } } },
      });
    expect(when('push', 'success', 'skipped')).toBe(true);
    expect(when('push', 'failure', 'skipped')).toBe(false);
    expect(when('workflow_dispatch', 'skipped', 'skipped')).toBe(true);
    expect(when('schedule', 'skipped', 'success', 'true')).toBe(true);
    expect(when('schedule', 'skipped', 'success', 'false')).toBe(false);
    expect(when('schedule', 'skipped', 'failure')).toBe(false);
  });

  test(
    'the timestamp is signed anew with its key alone, and kept for the next',
    async () => {
      const next = '2026-11-27T12:00:00Z';
      const { TAMIZDAT_KEY_TARGETS, TAMIZDAT_KEY_SNAPSHOT, ...timer } = secrets;
      expect([TAMIZDAT_KEY_TARGETS, TAMIZDAT_KEY_SNAPSHOT]).not.toContain(undefined);
      const ran = await run('timer', 'refresh', { ...contextOf(), secrets: timer }, { now: next });
      expect(ran.passed, said(ran)).toBe(true);
      // A week after the last release, which alone would have expired.
      expect(await place.verify('2026-12-02T12:00:00Z')).toMatchObject({ code: 0 });
      const again = await run(
        'timer',
        'refresh',
        { ...contextOf(), secrets: timer },
        { now: next },
      );
      expect(again.passed, said(again)).toBe(true);
    },
    LONG_MS,
  );

  test(
    'mirrors are looked at, and what is found stands in the summary',
    async () => {
      const ran = await run(
        'timer',
        'watch',
        {
          ...contextOf(),
          secrets: {},
        },
        { now: '2026-11-27T13:00:00Z' },
      );
      expect(ran.summary, said(ran)).toMatch(/^```\n[^]*harbour[^]*```\n$/);
      expect(ran.steps.at(-1)?.name).toBe('Watch');
    },
    LONG_MS,
  );
});
