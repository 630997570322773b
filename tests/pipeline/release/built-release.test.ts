import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { initKeys } from '@tamizdat/release';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FixtureArticle } from '../fixture/article.ts';
import { ContentFolder } from '../fixture/content-folder.ts';
import { OUTLET } from '../fixture/records.ts';
import { buildPicture } from '../fixture/picture.ts';
import { copyRepository, removeCopy } from '../workplace/copy-repository.ts';
import { findTraces } from '../workplace/find-traces.ts';
import { buildWell, FIXTURE_NOW, runTamizdat, startTamizdat } from '../workplace/run-tamizdat.ts';
import { killAt } from '../workplace/stop-point.ts';
import { PASSPHRASE, serveCopy } from './sample-outlet.ts';

/** Clocks of file systems are coarse: what was written shortly before a release is read again by the next. */
const SETTLED_MS = 3_100;
const LATER = '2026-11-22T15:00:00Z';

/** Its word stands in its title, text and pictures, and nowhere else. */
const ARTICLE: FixtureArticle = {
  folder: 'en/2026/11/16-a-name-in-court',
  title: 'Xarvolim stood in court on Monday',
  text: 'The xarvolim case goes on.\n\n![A xarvolim on a gradient](street.png "Xarvolim street")',
  leadImage: { file: 'court.png', alt: 'The xarvolim courtroom in a gradient' },
};
const PAGE = 'en/2026/11/16/a-name-in-court.html';
const PROGRAM_HASH = 'ab'.repeat(32);
const PLACES = `fingerprintAt: [{ name: Mastodon, url: "https://social.example/@sample" }]
program: { url: "https://files.example/tamizdat-mirror.mjs", sha256: ${PROGRAM_HASH} }
`;
/** Between the build and the release its time comes: a clock that is computed anew would tell. */
const NEXT: FixtureArticle = {
  folder: 'en/2026/11/22-in-an-hour',
  title: 'This comes out an hour after the build',
  text: 'Later.',
  fields: ['embargoUntil: 2026-11-22T13:00:00Z'],
};

let copy: string;
let dist: string;
let content: ContentFolder;
let fingerprint: string;
const work = mkdtempSync(path.join(tmpdir(), 'tamizdat-built-'));
const keys = path.join(work, 'keys');

beforeAll(async () => {
  copy = copyRepository();
  dist = path.join(copy, 'dist');
  content = new ContentFolder(path.join(copy, 'content'));
  ({ fingerprint } = initKeys({
    folder: keys,
    passphrase: PASSPHRASE,
    now: Date.parse(FIXTURE_NOW),
  }));
  await content.fill();
  content.write('outlet.yaml', `${OUTLET}rootFingerprint: ${fingerprint}\n${PLACES}`);
  for (const article of [ARTICLE, NEXT]) content.writeArticle(article);
  for (const [place, name] of ['court', 'street'].entries())
    content.write(`articles/${ARTICLE.folder}/${name}.png`, await buildPicture(20 + 45 * place));
  await buildWell(copy);
  await wait(SETTLED_MS);
});
afterAll(() => {
  removeCopy(copy);
  rmSync(work, { recursive: true });
});

const env = { TAMIZDAT_PASSPHRASE: PASSPHRASE };
const run = (args: string[]) => runTamizdat(copy, args, { env, now: LATER });
const release = (args: string[] = []) => run(['release', dist, '--keys', keys, ...args]);
const verify = (place = dist) => run(['verify', place, '--root', fingerprint]);
const count = (folder: string): number => globSync('**/*.*', { cwd: folder }).length;
const containing = (words: string) => expect.stringContaining(words) as string;

interface Made {
  number: number;
  clock: string;
  changed: number;
  hashed: number;
  removed: number;
}
async function make(args: string[] = []): Promise<Made> {
  const { code, output } = await release([...args, '--json']);
  expect([code, output]).toEqual([0, containing('{')]);
  const end = output.indexOf('\n}\n') + 3;
  expect(output.slice(end), 'it is told what came due after the build').toMatch(
    /^stale-tree: [^]*2026-11-22T13:00:00Z/,
  );
  expect(output, 'the tree is as it was built').not.toContain('as its build left it');
  return JSON.parse(output.slice(0, end)) as Made;
}

test('a built site is released with the clock of its build, and verified as a folder and over HTTP', async () => {
  const files = count(dist);
  const made = await make();
  expect(made).toMatchObject({ number: 1, hashed: made.changed, removed: 0 });
  expect(made.hashed).toBeGreaterThanOrEqual(files);
  const clock = await runTamizdat(copy, ['clock']);
  expect(Date.parse(made.clock)).toBe(Date.parse(clock.output.trim()));
  expect((await run(['clock'])).output).not.toBe(clock.output);
  expect(await verify()).toMatchObject({ code: 0, output: containing('release 1') });
  const mirror = await serveCopy(dist);
  try {
    expect(await verify(mirror.address)).toMatchObject({ code: 0 });
  } finally {
    mirror.close();
  }
});

test('the page about checking a copy tells the fingerprint, where else it stands, and commands that work', () => {
  const page = readFileSync(path.join(dist, 'en/verify.html'), 'utf8');
  expect(page).toMatch(/href="?https:\/\/social.example\/@sample/);
  const commands = [...page.matchAll(/<pre[^>]*>([^<]*)<\/pre>/g)].map(([, text = '']) =>
    text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'"),
  );
  const [digits = '', words = '', hash, ownHash, check] = commands;
  expect(page).toMatch(/href="?https:\/\/files.example\/tamizdat-mirror.mjs/);
  expect(hash).toBe(PROGRAM_HASH);
  expect(ownHash).toMatch(/^sha256sum tamizdat-mirror.mjs$/m);
  expect(check).toBe(`node tamizdat-mirror.mjs verify https://ADDRESS/ --root ${fingerprint}`);
  expect(digits.replaceAll(' ', '')).toBe(fingerprint);
  expect(words.split(' ')).toHaveLength(24);
  const [look = '', node = '', root = ''] = commands.slice(-3);
  const shell = (command: string): string =>
    // A loop ends as its last turn did: with 1 where the last list does not name the file.
    execFileSync('bash', ['-c', `${command}; true`], { cwd: dist, encoding: 'utf8' });
  expect(shell(root)).toBe(`${fingerprint}  -\n`);
  const media = globSync('media/*', { cwd: dist })[0] ?? '';
  for (const file of [PAGE, 'en/index.html', media]) {
    const named = shell(look.replace('FILE', file)).trim().split('\n');
    expect(named).toHaveLength(1);
    const [, hash] = /nodes\/(..\/.{62})$/.exec(named[0] ?? '') ?? [];
    expect(node).toContain('release/nodes/');
    expect(shell(node.replace(/release\/nodes.*/, named[0] ?? ''))).toMatch(
      new RegExp(`^${hash?.replace('/', '') ?? 'none'} `),
    );
  }
  writeFileSync(path.join(work, 'altered.html'), 'altered');
  expect(shell(look.replace('FILE', path.join(work, 'altered.html')))).toBe('');
});

test('the next release reads nothing that has not changed, unless told to', async () => {
  expect(await make()).toMatchObject({ number: 2, changed: 0, hashed: 0 });
  const all = await make(['--full']);
  expect(all).toMatchObject({ number: 3, changed: 0 });
  expect(all.hashed).toBeGreaterThan(30);
});

test('a page that was changed by hand, its time put back, is checked and signed as it is', async () => {
  const file = path.join(dist, PAGE);
  const { atime, mtime } = statSync(file);
  writeFileSync(file, readFileSync(file, 'utf8').replace('case goes on', 'CASE goes on'));
  utimesSync(file, atime, mtime);
  const { code, output } = await release();
  expect([code, output]).toEqual([0, containing(`all of it is checked again: ${PAGE}`)]);
  expect(output).toMatch(/1 read, 1 changed/);
  expect(await verify()).toMatchObject({ code: 0 });
  expect(findTraces(path.join(dist, 'release/files'), 'xarvolim').length).toBe(1);
  const whole = readFileSync(file, 'utf8');
  writeFileSync(file, whole.replace('</article>', '<a href="/none.html">none</a></article>'));
  expect(await release()).toMatchObject({
    code: 1,
    output: containing('link-root-absolute'),
  });
  writeFileSync(file, whole);
});

test('a tree that a build left unfinished is not signed', async () => {
  const staged = path.join(dist, '.tamizdat-staged');
  mkdirSync(staged);
  writeFileSync(path.join(staged, '0'), 'a page that is not there yet');
  expect(await release()).toMatchObject({ code: 1, output: containing('unfinished-build') });
  rmSync(staged, { recursive: true });
});

test('a removed article leaves nothing in the next release: no page, no bytes by hash, no former bytes', async () => {
  content.writeArticle({ ...ARTICLE, status: 'removed' });
  const forgotten = { code: 1, output: containing(`withdrawn-in-tree`) };
  expect(await release()).toMatchObject(forgotten);
  expect(await run(['publish', '--to', path.join(work, 'mirror')])).toMatchObject(forgotten);
  expect(existsSync(path.join(work, 'mirror'))).toBe(false);
  await buildWell(copy);
  expect(existsSync(path.join(dist, 'release/timestamp.json'))).toBe(true);
  const made = await make();
  expect(made.removed).toBeGreaterThan(3);
  expect(await verify()).toMatchObject({ code: 0 });
  expect(findTraces(dist, 'xarvolim')).toEqual([]);
  expect(findTraces(path.join(copy, 'outlet-state/release'), 'xarvolim')).toEqual([]);
  const bundle = JSON.parse(readFileSync(path.join(dist, 'release/bundle.json'), 'utf8')) as {
    release: { number: number; removed: { number: number; sha256: string } };
  };
  expect(bundle.release.removed.number).toBe(bundle.release.number);
  const { sha256 } = bundle.release.removed;
  const list = path.join(dist, 'release/nodes', sha256.slice(0, 2), sha256.slice(2));
  const removed = JSON.parse(readFileSync(list, 'utf8')) as string[];
  expect(removed).toContain(PAGE);
  expect(removed.filter((file) => file.startsWith('media/')).length).toBeGreaterThan(1);
  await wait(SETTLED_MS);
  expect(await make()).toMatchObject({ removed: 0 });
});

test('a preview is never signed: not by its mark, not by its pages', async () => {
  await runTamizdat(copy, ['build', '--preview', '--out', 'shown']);
  const shown = path.join(copy, 'shown');
  const moved = path.join(copy, 'moved');
  cpSync(shown, moved, { recursive: true });
  for (const file of globSync('**/*.html', { cwd: shown }))
    writeFileSync(
      path.join(shown, file),
      readFileSync(path.join(shown, file), 'utf8').replaceAll(/\.draft\s*\{/g, '.other{'),
    );
  for (const tree of [shown, moved]) {
    const { code, output } = await run(['release', tree, '--keys', keys]);
    expect([code, output]).toEqual([1, containing('preview-tree')]);
  }
});

test('a build that was killed while it wrote the tree leaves no word about it', async () => {
  const builds = path.join(copy, '.cache/builds');
  const before = readdirSync(builds).length;
  content.writeArticle({ ...NEXT, title: 'Another title for what comes out later' });
  content.writeArticle({ ...ARTICLE, title: 'Another title', text: 'Other text.' });
  const point = { call: 'renameSync', argument: 1, path: /dist\/en\/index\.html$/, nth: 1 };
  await killAt(point, work, (more) => startTamizdat(copy, ['build'], { env: more }));
  expect(readdirSync(builds)).toHaveLength(before - 1);
  expect(await release()).toMatchObject({ code: 1, output: containing('unfinished-build') });
});
