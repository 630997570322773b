import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Check, WatchHistory } from '@tamizdat/mirrors/watch';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stateFolder } from '../repository/folders.ts';
import { args as ofWatch } from '../watch/arguments.ts';
import { historyOf } from '../watch/history-place.ts';
import { args as ofPublish } from './arguments.ts';
import { findHarmed } from './find-harmed.ts';

let folder: string;
let file: string;
const NOW = Date.parse('2026-11-22T12:00:00Z');
const mirror = {
  name: 'harbour',
  base: 'https://harbour.example/',
  place: { kind: 'copied' as const },
  reserve: false,
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-harmed-'));
  file = path.join(folder, 'own/history.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function look(findings: unknown): void {
  const history = new WatchHistory(file);
  const check = { mirror: 'harbour', timeline: 'harbour', at: NOW, state: 'incomplete' };
  history.add([{ ...check, reasons: [], notes: [], seen: { findings } } as unknown as Check], NOW);
  history.close();
}

test('what watch found missing is learnt from the history that the operator named, until it is mended', () => {
  look([{ code: 'missing', at: 'index.html' }]);
  const harmed = findHarmed(historyOf(file, {}), [mirror]);
  expect(harmed.has(mirror)).toBe(true);
  harmed.noteRepairs(
    [{ name: 'harbour', kind: 'copied', took: 0, published: {} as never }],
    NOW + 1,
  );
  expect(
    findHarmed(historyOf(undefined, { TAMIZDAT_WATCH_HISTORY: file }), [mirror]).has(mirror),
  ).toBe(false);
  look([]);
  expect(findHarmed(file, [mirror]).has(mirror)).toBe(false);
});

test('watch and publish take the history from one place', () => {
  expect(ofPublish.history).toBe(ofWatch.history);
  expect(historyOf(undefined, {})).toBe(path.join(stateFolder, 'watch.sqlite'));
  expect(historyOf('a.sqlite', { TAMIZDAT_WATCH_HISTORY: '/b.sqlite' })).toBe(
    path.resolve('a.sqlite'),
  );
});

test.each(['null', '{}', '{"seen":{"findings":7}}', 'x'])(
  'a history in which somebody wrote %s costs a look, and no stack trace',
  (found) => {
    look([]);
    const database = new DatabaseSync(file);
    database.prepare('UPDATE checks SET found = ?').run(found);
    database.close();
    expect(findHarmed(file, [mirror]).has(mirror)).toBe(true);
  },
);
