import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimAll, claimIssue, claimIssueForAll, findRecord } from './sent-issues.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tamizdat-sent-'));
});
afterEach(() => rm(folder, { recursive: true }));

const issue = { id: 'weekly/2026-w47', at: '2026-11-23T05:00:00Z', to: 'weekly@lists.example' };

async function claim() {
  const claimed = await claimIssue(folder, issue);
  return 'claim' in claimed ? claimed.claim : undefined;
}

describe('an issue', () => {
  it('can be claimed once, by one of many', async () => {
    const claims = await Promise.all(Array.from({ length: 20 }, claim));
    expect(claims.filter((one) => one !== undefined)).toHaveLength(1);
  });

  it('stays claimed when it was sent, and when its end was never seen', async () => {
    const first = await claim();
    expect(await claimIssue(folder, issue)).toMatchObject({ before: { ...issue, state: 'begun' } });
    first?.confirm();
    expect(await claimIssue(folder, issue)).toMatchObject({ before: { ...issue, state: 'done' } });
  });

  it('can be claimed again when it was certainly not sent', async () => {
    (await claim())?.release();
    expect(await claim()).toBeDefined();
  });

  it('stays claimed where its record was spoiled', async () => {
    (await claim())?.confirm();
    const [name = ''] = await readdir(folder);
    const file = path.join(folder, name);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ ...issue, state: 'done' });
    await writeFile(file, '{"sta');
    expect(await claimIssue(folder, issue)).toMatchObject({ before: { ...issue, state: 'begun' } });
  });

  it.each([
    'null',
    '[]',
    '{}',
    '{"id":"weekly/2026-w47","at":"never","to":"weekly@lists.example","state":"done"}',
    '{"id":"other/1","at":"2026-11-23T05:00:00Z","to":"weekly@lists.example","state":"done"}',
    '{"id":"weekly/2026-w47","at":"2026-11-23T05:00:00Z","to":"x@y.example","state":"done"}',
    '{"id":"weekly/2026-w47","at":"2026-11-23T05:00:00Z","to":"weekly@lists.example","state":"sent"}',
    `{"id":"weekly/2026-w47"${' '.repeat(100_000)}`,
  ])('stays claimed where somebody wrote its record: %s', async (record) => {
    await claim();
    const [name = ''] = await readdir(folder);
    await writeFile(path.join(folder, name), record);
    expect(await claimIssue(folder, issue)).toEqual({
      before: { ...issue, state: 'begun' },
      file: path.join(folder, name),
    });
  });

  it('stays claimed, and is not waited for, where a link or a pipe stands in its record’s place', async () => {
    await claim();
    const [name = ''] = await readdir(folder);
    const file = path.join(folder, name);
    await rm(file);
    execFileSync('mkfifo', [file]);
    expect(await claimIssue(folder, issue)).toMatchObject({ before: { state: 'begun' } });
    await rm(file);
    await symlink('/proc/self/environ', file);
    await expect(claimIssue(folder, issue)).rejects.toMatchObject({ code: 'foreign-link' });
  });

  it('can be claimed for each address, however alike they are written', async () => {
    await claim();
    const long = 'a'.repeat(100);
    for (const to of [
      'editor@pane.example',
      'weekly-lists@example',
      `${long}1@x.example`,
      `${long}2@x.example`,
    ])
      expect('claim' in (await claimIssue(folder, { ...issue, to }))).toBe(true);
  });

  it('stays claimed for an address that is written in capitals, and names its record', async () => {
    await claim();
    const claimed = await claimIssue(folder, { ...issue, to: 'Weekly@Lists.example' });
    const [name = ''] = await readdir(folder);
    expect(claimed).toMatchObject({ before: issue, file: path.join(folder, name) });
    expect(name).toMatch(/^weekly-2026-w47-to-weekly@lists\.example-[0-9a-f]{8}\.json$/);
  });

  it('is claimed for all of several addresses or for none', async () => {
    const forLists = (...lists: number[]) =>
      claimIssueForAll(
        folder,
        { id: issue.id, at: issue.at },
        lists.map((list) => `lists.example, list ${String(list)}`),
      );
    expect(await forLists(2, 1, 2)).toMatchObject({ claims: { length: 2 } });
    expect(await forLists(0, 1, 3)).toMatchObject({ before: { to: 'lists.example, list 1' } });
    expect(await readdir(folder)).toHaveLength(2);
    expect(await forLists(3)).toMatchObject({ claims: { length: 1 } });
    const all = await Promise.all([forLists(4, 5), forLists(5, 4), forLists(5)]);
    expect(all.filter((one) => 'claims' in one)).toHaveLength(1);
  });

  it('is another than that of another newsletter or day', async () => {
    await claim();
    for (const id of ['monthly/2026-w47', 'weekly/2026-w48'])
      expect('claim' in (await claimIssue(folder, { ...issue, id }))).toBe(true);
  });
});

describe('articles of an issue', () => {
  const articles = (...ids: string[]) =>
    ids.map((id) => ({ id: `weekly/2026-w47-${id}`, at: issue.at, mail: 1 }));

  it('are claimed for all addresses or none, so that of two mails that share one, one goes out', async () => {
    const to = ['a@x.example', 'b@x.example'];
    const both = await Promise.all([
      claimAll(folder, articles('A', 'B'), to),
      claimAll(folder, articles('B', 'C'), to),
    ]);
    expect(both.filter((one) => 'claims' in one)).toHaveLength(1);
    expect(await readdir(folder)).toHaveLength(4);
  });

  it('are given back where a record cannot be written', async () => {
    await claimAll(folder, articles('B'), [issue.to]);
    const [name = ''] = await readdir(folder);
    await rm(path.join(folder, name));
    // A link in its place is refused with another error than that of a record.
    await symlink('/proc/self/environ', path.join(folder, name));
    await expect(claimAll(folder, articles('A', 'B'), [issue.to])).rejects.toMatchObject({
      code: 'foreign-link',
    });
    expect(await readdir(folder)).toEqual([name]);
  });

  it('are found with the mail that they were in, and never where nobody claimed them', async () => {
    const where = { id: 'weekly/2026-w47-A', at: issue.at, to: issue.to };
    expect(findRecord(folder, where)).toBeUndefined();
    const claimed = await claimAll(folder, articles('A'), [issue.to]);
    expect(findRecord(folder, where)?.before).toMatchObject({ state: 'begun', mail: 1 });
    if ('claims' in claimed) for (const claim of claimed.claims) claim.confirm();
    expect(findRecord(folder, where)?.before).toMatchObject({ state: 'done', mail: 1 });
  });

  it('count as begun where somebody wrote another mail into the record', async () => {
    await claimAll(folder, articles('A'), [issue.to]);
    const [name = ''] = await readdir(folder);
    const file = path.join(folder, name);
    const record = JSON.parse(await readFile(file, 'utf8')) as object;
    await writeFile(file, JSON.stringify({ ...record, state: 'done', mail: -1 }));
    expect(findRecord(folder, { id: 'weekly/2026-w47-A', at: issue.at, to: issue.to })).toEqual({
      before: { id: 'weekly/2026-w47-A', at: issue.at, to: issue.to, state: 'begun' },
      file,
    });
  });
});
