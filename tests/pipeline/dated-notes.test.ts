import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sample } from '../outlets/built-outlets.ts';
import { readWrittenArticles } from './site/written-articles.ts';

const read = (file: string): string => readFileSync(path.join(sample.tree, file), 'utf8');

test('an editor’s note says when it was added, on the page and in feeds', () => {
  const noted = 'От редакции, 12 мая 2026 г.';
  expect(read('ru/2026/04/16/do-apteki.html').replaceAll('\u00a0', ' ')).toContain(noted);
  const feeds = globSync('ru/**/*.xml', { cwd: sample.tree }).map(read).join('');
  expect(feeds.replaceAll('\u00a0', ' ')).toContain(noted);
  // One that was there from the beginning is dated by the publication.
  expect(read('en/2025/10/11/nineteen-days-on-a-drowned-street.html')).toMatch(
    /<h2>Editor’s note, 11\sOctober\s2025/,
  );
});

describe('corrections', () => {
  const ABOVE = ['correction', 'retraction'];
  const places = readWrittenArticles()
    .filter(({ status, corrections }) => status === 'ready' && corrections.length > 0)
    .map(({ page, corrections }) => {
      const kinds = corrections.map(({ kind }) => kind);
      return { page, above: kinds.filter((kind) => ABOVE.includes(kind)).length, kinds };
    });

  test('that mend stand above the text, what makes clear or adds stands below it', () => {
    expect(new Set(places.flatMap(({ kinds }) => kinds)).size).toBeGreaterThan(2);
    for (const { page, above, kinds } of places) {
      const [before = '', after = ''] = read(page).split('<div class=prose>');
      const dated = (html: string, id: string) =>
        (new RegExp(`id=${id} .*?</div>`, 's').exec(html)?.[0] ?? '').match(/<time/g) ?? [];
      expect([page, dated(before, 'corrections').length]).toEqual([page, above]);
      expect([page, dated(after, 'clarifications').length]).toEqual([page, kinds.length - above]);
      expect(before).not.toContain('id=clarifications');
      expect(after).not.toContain('id=corrections');
    }
  });

  test('are where the log of corrections leads', () => {
    const logs = globSync('{en,ru}/corrections{,/*}.html', { cwd: sample.tree });
    const led = logs.flatMap((log) =>
      [...read(log).matchAll(/href="?([^" >]+)#(corrections|clarifications)\b/g)].map(
        ([, to = '', id]) => [path.join(path.dirname(log), to), id],
      ),
    );
    expect(new Set(led.map(([, id]) => id))).toEqual(new Set(['corrections', 'clarifications']));
    for (const [page = '', id] of led)
      expect([page, read(page).split(` id=${id}`).length]).toEqual([page, 2]);
  });

  test('stand in feeds in the same order', () => {
    const { page } = places.find(({ above, kinds }) => above > 0 && kinds.length > above) ?? {};
    const feeds = globSync('{en,ru}/{section,tag}/*.xml', { cwd: sample.tree }).map(read);
    const items = feeds
      .flatMap((feed) => feed.split('<item>'))
      .filter((it) => it.includes(page ?? '-'));
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      const at = ['Исправление,', 'Дополнение,', 'Correction,', 'Update,'].map((word) =>
        item.indexOf(word),
      );
      const [first = -1, then = -1] = at.filter((place) => place >= 0);
      expect(first).toBeGreaterThan(0);
      expect(then - first, page).toBeGreaterThan(1_500);
    }
  });
});

test('no sentence ends twice after a date', () => {
  const files = globSync('ru/**/*.{html,xml,json}', { cwd: sample.tree });
  expect(files.length).toBeGreaterThan(50);
  const twice = files.filter((file) => /\d{4}\sг\.(?:<\/time>)?\./.test(read(file)));
  expect(twice).toEqual([]);
});
