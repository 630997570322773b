import { Archive } from '@tamizdat/archive';
import { bothOf } from '@tamizdat/problem';
import { setProse } from '@tamizdat/render';
import { exampleArticle, exampleOutlet as outlet } from '@tamizdat/archive/testing';
import { expect, test } from 'vitest';
import { makeEdition } from './make-edition.ts';

const articles = [exampleArticle('short', '2026-11-18'), exampleArticle('long', '2026-11-19')];
const source = { outlet, authors: [], pages: [], fronts: new Map(), words: new Map(), articles };
const door = new Archive(() => Promise.resolve(source), { clock: '2026-11-22T00:00:00Z' });
const sources = {
  loadText: ({ address }: { address: { slug: string } }) =>
    Promise.resolve('It rained. '.repeat(address.slug === 'long' ? 900 : 9)),
  loadRecording: () => Promise.reject(new Error('no recordings here')),
  loadPicture: () => Promise.reject(new Error('no picture is asked for')),
  setProse,
};
const make = (maxBytes?: number) =>
  makeEdition(
    door,
    { lang: 'en', from: '2026-11-16', to: '2026-11-22', articles },
    sources,
    { base: 'https://window.example/', mirrors: [], links: true },
    maxBytes,
  );

test('a book whose text alone is too heavy names the article that weighs most, and what to do', async () => {
  const error = await make(1000).then(
    () => undefined,
    (thrown: unknown) => thrown as Error,
  );
  const both = error && bothOf(error);
  for (const told of [both?.en, both?.ru]) {
    expect(told).toContain('A story about long');
    expect(told).toMatch(/en\/2026\/11\/19\/long\.html, 9\d{3} (?:bytes|байт)/);
    expect(told).toContain('1000');
    expect(told).toContain('--ids');
  }
  expect(both?.ru).toContain('Разделите её');
  expect(await make()).toMatchObject({ pictures: 0, leftOut: 0 });
});
