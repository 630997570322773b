import { expect, test } from 'vitest';
import { buildStatusPage, type ShownMirror } from './build-status-page.ts';
import { beginOf, buildTimeline, CELL_MS, CELLS, shareGood } from './build-timeline.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const shown = (changes: Partial<ShownMirror> = {}): ShownMirror => ({
  name: 'harbour',
  base: 'https://harbour.example/',
  past: [{ at: NOW - CELL_MS, state: 'good' }],
  check: {
    mirror: 'harbour',
    timeline: 'harbour',
    at: NOW,
    state: 'stale',
    reasons: [{ code: 'behind', detail: '2' }],
    notes: [{ code: 'no-cors' }],
    seen: {
      at: NOW,
      findings: [],
      faults: [],
      judged: 3,
      transfers: {},
      wrongTypes: [],
      elsewhere: [],
      foreign: [],
    },
  },
  ...changes,
});

test('a cell shows the worst that was seen in it', () => {
  const cells = buildTimeline(
    [
      { at: NOW - CELLS * CELL_MS * 2, state: 'down' },
      { at: NOW - 1, state: 'blocked' },
      { at: NOW, state: 'stale' },
      { at: NOW, state: 'frozen' },
      { at: NOW + 1, state: 'good' },
    ],
    NOW,
  );
  expect(cells).toHaveLength(CELLS);
  expect(cells[0]).toEqual({ from: beginOf(NOW), state: undefined });
  expect(cells.slice(-2).map(({ state }) => state)).toEqual(['blocked', 'frozen']);
  expect(cells.slice(0, -2).every(({ state }) => state === undefined)).toBe(true);
});

test('the share is rounded down: nobody is good at 100% who once was not', () => {
  const past = Array.from(
    { length: 300 },
    (_, at) => ({ at, state: at ? 'good' : 'down' }) as const,
  );
  expect(shareGood(past)).toBe(99);
  expect(shareGood([])).toBe(undefined);
});

test('the page says what is wrong, and what could be better', () => {
  const page = buildStatusPage({ now: NOW, newest: 7, mirrors: [shown()], language: 'en' });
  for (const words of [
    '0 of 1 good',
    'behind by 2',
    'no Access-Control-Allow-Origin',
    '2026-11-22 12:00 UTC',
    'good at 100% of 1 looks',
  ])
    expect(page).toContain(words);
});

test('a name cannot become markup', () => {
  const name = '<img src=x onerror="alert(1)">';
  const page = buildStatusPage({
    now: NOW,
    newest: 0,
    language: 'en',
    mirrors: [shown({ name, base: `https://${name}/` })],
  });
  expect(page).not.toContain('<img');
});

test('a reserve mirror has no address', () => {
  const page = buildStatusPage({
    now: NOW,
    newest: 0,
    language: 'en',
    mirrors: [shown({ name: 'reserve-1', base: undefined })],
  });
  expect(page).toContain('in reserve');
  expect(page).not.toContain('://harbour');
});

test('the page says it in Russian to who reads Russian, with no English left', () => {
  const mirrors = [shown(), shown({ name: 'reserve-1', base: undefined, past: [] })];
  const page = buildStatusPage({ now: NOW, newest: 7, mirrors, language: 'ru' });
  expect(page).toContain('<html lang="ru">');
  for (const words of ['в порядке 0 из 2', 'Номер новейшего выпуска: 7', 'в резерве', 'отстало'])
    expect(page).toContain(words);
  const told = page.slice(page.indexOf('<main>')).replaceAll(/<[^>]*>/g, ' ');
  const known =
    /https?:\S+|reserve-1|harbour|Access-Control-Allow-Origin|HTTP\/\S+|UTC|worker: false/g;
  expect(told.replaceAll(known, '')).not.toMatch(/[A-Za-z]{4,}/);
});
