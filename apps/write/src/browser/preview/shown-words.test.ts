import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseOutlet, type Outlet, type OutletWords } from '@tamizdat/article-schema';
import { beforeAll, expect, test, vi } from 'vitest';
import { buildRoomData } from '../../room/build-room-data.ts';
import { ROOM_WORDS } from '../../words/room-words.ts';
import { articlePreview } from './article-preview.ts';
import { pagePreview } from './page-preview.ts';

interface Element {
  children: unknown[];
}

beforeAll(() => {
  vi.stubGlobal('h', (_name: string, _props: unknown, ...children: unknown[]) => ({ children }));
  vi.stubGlobal('createClass', (spec: unknown) => spec);
});

const content = path.resolve(import.meta.dirname, '../../../../../content');
const outlet = parseOutlet(readFileSync(path.join(content, 'outlet.yaml'), 'utf8'), {
  path: 'outlet.yaml',
}).value as Outlet;

const textsOf = (element: unknown): string[] => {
  if (typeof element === 'string') return [element];
  const children: unknown = (element as Element | undefined)?.children ?? element;
  return Array.isArray(children) ? children.flatMap(textsOf) : [];
};

/** Texts of what a preview of fields shows, in an outlet with words of its own. */
function shown(
  preview: typeof pagePreview,
  fields: Record<string, unknown>,
  own: OutletWords = {},
): string[] {
  const words = new Map([['ru', own]]);
  const data = buildRoomData({ outlet, authors: [], words }, undefined);
  const view = preview('ru', { data, words: ROOM_WORDS.ru, language: 'ru', now: () => 0 });
  const entry = new Map<string, unknown>([
    ['data', { toJS: () => fields }],
    ['path', ''],
  ]);
  const { render } = view as { render: (this: unknown) => Element };
  return textsOf(render.call({ props: { entry, getAsset: () => undefined } }));
}

const article: typeof pagePreview = (lang, context) => articlePreview('articles-ru', lang, context);

test('an article without authors is signed as its page is', () => {
  const fields = { title: 'Вода', section: 'society' };
  expect(shown(article, fields)).toContain('Редакция');
  expect(shown(article, fields, { newsroom: 'От "нас"' })).toContain('От\u00a0«нас»');
  expect(shown(article, fields, { newsroom: '' })).not.toContain('Редакция');
});

test('headlines and standfirsts of articles and fixed pages are set', () => {
  const fields = { title: 'Фильм "Про "чай""', standfirst: 'Сняли - "даром"' };
  for (const preview of [article, pagePreview])
    expect(shown(preview, fields)).toEqual(
      expect.arrayContaining(['Фильм «Про „чай“»', 'Сняли — «даром»'.replace(' —', '\u00a0—')]),
    );
});
