import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fingerprintOf } from '@tamizdat/release';
import { NOW, SampleSite } from '@tamizdat/release/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tamizdat } from '../../testing/sample-outlet.ts';
import { gatherSigned, SIGNED } from './signed-texts.ts';
import { fillFolder } from './write-out.ts';

const site = new SampleSite();
const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-signed-'));
const copy = path.join(folder, 'stick');
const PATHS = ['ru/2026/11/3/page-3.html', 'ru/2026/11/9/page-9.html'];
const given = { tree: site.tree, paths: PATHS, fingerprint: undefined, now: NOW };

beforeAll(async () => {
  site.release();
  await fillFolder(copy, await gatherSigned(given));
});
afterAll(() => {
  site.remove();
  rmSync(folder, { recursive: true });
});

const verify = (page: string) => {
  const root = fingerprintOf(site.read('release/1.root.json'));
  const memory = path.join(folder, 'seen');
  const place = path.join(copy, SIGNED);
  const args = ['verify', place, '--page', page, '--root', root, '--memory', memory];
  return tamizdat(args, folder, { TAMIZDAT_NOW: '2026-11-22T12:00:00Z' });
};

test('signed texts come along with what shows that they are genuine, and little else', async () => {
  for (const page of PATHS) {
    const { code, out } = await verify(page);
    expect(code).toBe(0);
    expect(out).toBe(site.read(page).toString());
  }
  const names = readdirSync(path.join(copy, SIGNED), { recursive: true }).map(String);
  expect(names.filter((name) => name.endsWith('.html'))).toHaveLength(2);
  expect(names.filter((name) => name.includes('nodes')).length).toBeLessThan(12);
});

test('one that was altered on the way is told from them', async () => {
  writeFileSync(path.join(copy, SIGNED, PATHS[0] ?? ''), 'altered');
  expect((await verify(PATHS[0] ?? '')).code).toBe(1);
});

test('texts that the release does not have, or has otherwise, are all named', async () => {
  site.write('ru/2026/11/3/page-3.html', 'otherwise');
  const paths = [...PATHS, 'ru/2026/11/1/new.txt'];
  await expect(gatherSigned({ ...given, paths })).rejects.toThrow(
    /page-3\.html: file-mismatch\n {2}ru\/2026\/11\/1\/new\.txt: not-in-tree/,
  );
});

test('a tree of another outlet is refused', async () => {
  await expect(gatherSigned({ ...given, fingerprint: 'ab'.repeat(32) })).rejects.toThrow(
    'wrong-publisher',
  );
});
