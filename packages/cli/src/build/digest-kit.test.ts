import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findDigest, keepKit, type KitPlace } from './digest-kit.ts';

let place: KitPlace;

const FILES = [
  'apps/site/src/page.astro',
  'apps/site/build/compile.ts',
  'apps/site/astro.config.ts',
  'apps/site/package.json',
  'apps/site/tsconfig.json',
  'packages/tree/src/deep/index.ts',
  'packages/tree/src/deep/index.test.ts',
  'pnpm-lock.yaml',
];

beforeEach(() => {
  const root = mkdtempSync(path.join(tmpdir(), 'tamizdat-kit-'));
  place = { root, kept: path.join(root, '.cache/kit.json') };
  for (const file of FILES) write(file, 'first');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(place.root, { recursive: true });
});

function write(file: string, text: string): void {
  const at = path.join(place.root, file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, text);
}

/** Keeps it as if it had been written long before. */
function keepLater(): void {
  vi.useFakeTimers({ now: Date.now() + 10_000, toFake: ['Date'] });
  keepKit(place);
}

test.each(FILES)('another %s is another kit, but for tests, whether or not it was kept', (file) => {
  const first = findDigest(place);
  keepLater();
  expect(findDigest(place)).toBe(first);
  write(file, 'other');
  expect(findDigest(place) === first).toBe(file.endsWith('.test.ts'));
});

test('a file more is another kit, and the same bytes with other stamps are not', () => {
  const first = findDigest(place);
  keepLater();
  utimesSync(path.join(place.root, FILES[0] ?? ''), 1, 1);
  expect(findDigest(place)).toBe(first);
  write('packages/more/src/index.ts', '');
  expect(findDigest(place)).not.toBe(first);
});

test('what may change again under the same stamp is not kept', () => {
  keepKit(place);
  expect(existsSync(place.kept)).toBe(false);
  keepLater();
  expect(existsSync(place.kept)).toBe(true);
});

test('what was kept is believed by stamps, and by nothing of another form', () => {
  const first = findDigest(place);
  keepLater();
  write('.cache/kit.json', '{"format":"tamizdat-kit-1","digest":"x","files":[]}');
  expect(findDigest(place)).toBe(first);
});

test('a link among the sources is refused: its stamp tells nothing of what it leads to', () => {
  symlinkSync('/etc/hostname', path.join(place.root, 'apps/site/src/linked.ts'));
  expect(() => findDigest(place)).toThrow('linked.ts');
});
