import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTamizdat } from '../workplace/run-tamizdat.ts';
import { ORIGIN, SampleOutlet } from './sample-outlet.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const outlet = new SampleOutlet();
const forger = new SampleOutlet();
const root = path.join(outlet.keys, 'root.json');
let first: string;
let now: string;

beforeAll(async () => {
  await outlet.release();
  first = outlet.copy('first');
  outlet.write('en/a.html', 'a corrected story '.repeat(1_000));
  await outlet.release();
  now = outlet.copy('now');
  await forger.release();
});
afterAll(() => {
  outlet.remove();
  forger.remove();
});

/** Each with a memory of its own, unless it names one. */
let memories = 0;
const newMemory = (): string => path.join(outlet.folder, `memory-${memories++}`);

async function verify(args: string[], env: NodeJS.ProcessEnv = {}, memory = newMemory()) {
  const ran = await runTamizdat(repository, ['verify', ...args, '--memory', memory], { env });
  expect(ran.output).not.toContain('    at ');
  return ran;
}

const said = (words: string) => expect.stringContaining(words) as string;

describe('a copy of a site', () => {
  it('is genuine by the root’s file, its digits, its words or the setting', async () => {
    const genuine = { code: 0, output: said('Genuine, complete and fresh: release 2') };
    const unknown = await verify([now]);
    expect(unknown).toMatchObject({ code: 5, output: said(`--root ${outlet.fingerprint}`) });
    const words = /or in words:\n((?: {2}[a-z ]+\n){3})/.exec(unknown.output)?.[1] ?? '';
    expect(await verify([now, '--root', root])).toMatchObject(genuine);
    expect(await verify([now, '--root', words])).toMatchObject(genuine);
    expect(await verify([now], { TAMIZDAT_ROOT: outlet.fingerprint })).toMatchObject(genuine);
  });

  it('is named with every path that is not as signed', async () => {
    const copy = outlet.copy('altered');
    writeFileSync(path.join(copy, 'en/a.html'), 'a corrected storx '.repeat(1_000));
    rmSync(path.join(copy, 'en/index.html'));
    writeFileSync(path.join(copy, 'extra\u202e.html'), 'extra');
    const { code, output } = await verify([copy, '--root', root]);
    expect(code).toBe(1);
    expect(output).toMatch(
      /file-mismatch: en\/a\.html is not what the outlet signed: expected [0-9a-f]{64}, found [0-9a-f]{64}/,
    );
    expect(output).toContain('missing: en/index.html');
    expect(output).toContain('Warning: extra\\u202e.html is not part of the release');
    const json = JSON.parse((await verify([copy, '--root', root, '--json'])).output) as unknown;
    expect(json).toMatchObject({
      exit: 1,
      release: { number: 2, origin: ORIGIN },
      findings: [{ code: 'file-mismatch' }, { code: 'missing', at: 'en/index.html' }],
      outside: ['extra\u202e.html'],
    });
  });

  it('may hold more than the release, unless --strict says otherwise', async () => {
    const copy = outlet.copy('more');
    writeFileSync(path.join(copy, 'more.html'), 'more');
    expect(await verify([copy, '--root', root])).toMatchObject({ code: 0, output: said('more') });
    const strict = await verify([copy, '--root', root, '--strict']);
    expect(strict).toMatchObject({ code: 1, output: said('outside-tree: more.html') });
  });

  it('says nothing to a terminal that it was told by a name', async () => {
    const copy = outlet.copy('controls');
    const name = 'a\u001b[31m\u009b31m\u202e.html';
    writeFileSync(path.join(copy, name), '');
    const plain = await verify([copy, '--root', root]);
    const { output } = await verify([copy, '--root', root, '--json']);
    for (const text of [plain.output, output]) expect(text).not.toMatch(/[\u001b\u009b\u202e]/);
    expect(JSON.parse(output)).toMatchObject({ outside: [name] });
  });

  it('with a page of somebody else in release/ is not whole where one is strict', async () => {
    const copy = outlet.copy('phish');
    writeFileSync(path.join(copy, 'release/phish.html'), 'forged');
    const strict = await verify([copy, '--root', root, '--strict']);
    expect(strict).toMatchObject({ code: 1, output: said('outside-tree: release/phish.html') });
  });

  it('is verified where nothing can be remembered, and that is told', async () => {
    const memory = path.join(root, 'seen');
    expect(await verify([now, '--root', root], {}, memory)).toMatchObject({
      code: 0,
      output: said('cannot be remembered'),
    });
  });

  it('whose release/ begins with another root is not the one that was seen', async () => {
    const memory = newMemory();
    expect(await verify([now, '--root', root], {}, memory)).toMatchObject({ code: 0 });
    const copy = outlet.copy('root');
    writeFileSync(
      path.join(copy, 'release/1.root.json'),
      readFileSync(path.join(forger.keys, 'root.json')),
    );
    expect(await verify([copy, '--root', outlet.fingerprint], {}, memory)).toMatchObject({
      code: 1,
      output: said('wrong-publisher'),
    });
  });

  it('that is older than one that was seen is not genuine, where somebody named the outlet', async () => {
    const memory = newMemory();
    expect(await verify([now], {}, memory)).toMatchObject({ code: 5 });
    expect(await verify([first, '--root', root], {}, memory)).toMatchObject({ code: 0 });
    expect(await verify([now], {}, memory)).toMatchObject({ code: 0 });
    expect(await verify([first], {}, memory)).toMatchObject({ code: 1, output: said('rollback') });
    writeFileSync(path.join(memory, `${outlet.fingerprint}.json`), 'nothing');
    expect(await verify([first], {}, memory)).toMatchObject({ code: 2, output: said('Delete it') });
  });

  it('past its week is genuine and expired, and a copy with a fault is not genuine', async () => {
    const late = { TAMIZDAT_NOW: '2026-12-22T12:00:00Z' };
    expect(await verify([now, '--root', root], late)).toMatchObject({
      code: 3,
      output: said('expired (timestamp)'),
    });
    expect(await verify([now], late)).toMatchObject({ code: 5 });
    const early = { TAMIZDAT_NOW: '2025-11-22T12:00:00Z' };
    expect(await verify([now, '--root', root], early)).toMatchObject({
      code: 3,
      output: said('Whether it is the newest cannot be said'),
    });
  });

  it('of somebody else is unknown, and not genuine where another is expected', async () => {
    expect(await verify([forger.tree])).toMatchObject({ code: 5 });
    expect(await verify([forger.tree, '--root', root])).toMatchObject({ code: 1 });
    expect(await verify([forger.tree, '--root', outlet.fingerprint])).toMatchObject({
      code: 1,
      output: said('the site of somebody else'),
    });
  });
});

describe('a mirror', () => {
  it('is verified with its own address in feeds', async () => {
    const mirror = await outlet.serve(now);
    expect(await verify([mirror, '--root', root])).toMatchObject({ code: 0 });
    expect(await verify([mirror, '--root', root, '--sample', '2'])).toMatchObject({
      code: 0,
      output: said('files looked at: 2 of 3'),
    });
  });

  it('gives one page as it was signed, and is asked for nothing else', async () => {
    const asked: string[] = [];
    const mirror = await outlet.serve(now, asked);
    const page = await verify([mirror, '--root', root, '--page', 'en/feed.xml']);
    expect(page).toMatchObject({ code: 0, output: said(`<link>${ORIGIN}en/a.html</link>`) });
    expect(asked).toEqual(['release/bundle.json', 'en/feed.xml']);
    const unknown = await verify([mirror, '--page', 'en/feed.xml']);
    expect(unknown.code).toBe(5);
    expect(unknown.output).not.toContain('<link>');
  });

  it('that lies about a page prints nothing of it', async () => {
    const copy = outlet.copy('lying');
    writeFileSync(path.join(copy, 'en/index.html'), 'forged!!');
    const mirror = await outlet.serve(copy);
    const page = await verify([mirror, '--root', root, '--page', 'en/index.html']);
    expect(page).toMatchObject({ code: 1, output: said('file-mismatch') });
    expect(page.output).not.toContain('forged');
  });

  it('that does not answer, or a folder that is not there, is not reachable', async () => {
    expect(await verify(['http://127.0.0.1:1/', '--root', root])).toMatchObject({ code: 4 });
    expect(await verify([path.join(outlet.folder, 'none')])).toMatchObject({ code: 4 });
  });
});

it.each([
  [['--sample', 'some'], '--sample is a number'],
  [['--all', '--page', 'en/a.html'], 'not several'],
  [['--page', '../secret'], '--page is a path'],
  [['--root', 'nobody'], '--root is a file or a fingerprint'],
  [['--root', import.meta.dirname], 'is not the first root'],
  [['--root', import.meta.filename], 'is not the first root'],
])('with %j is refused in words: %s', async (args, words) => {
  expect(await verify([now, ...args])).toMatchObject({ code: 2, output: said(words) });
});

it('an address with a user is refused in words', async () => {
  const { code, output } = await verify(['https://user:secret@mirror.example/']);
  expect([code, output]).toEqual([2, said('A mirror’s address')]);
  expect(output).not.toContain('secret');
});
