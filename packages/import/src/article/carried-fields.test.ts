import { expect, test } from 'vitest';
import { makeSample } from '../../testing/run-sample.ts';
import { wordpress, wordpressItem, wordpressMeta } from '../../testing/sample-exports.ts';

const ID = '01JD8Z0Q5X4K2M7N9P3R6S8T0A';
const carried = (fields: object, more: object = {}) =>
  JSON.stringify({ version: 1, id: ID, lang: 'en', slug: 'harbour', fields, ...more });
const CONTENT =
  '<div class="tamizdat-carried"><p>Correction, in words.</p></div>\n<p>The text.</p>';

/** The one article that comes of an item with this beside it. */
async function taken(beside: string): Promise<string> {
  const more = wordpressMeta('_tamizdat', beside);
  const item = wordpressItem({ id: 1, title: 'The harbour', content: CONTENT, more });
  const sample = await makeSample('wp.xml', wordpress([item]));
  await sample.run();
  const [article = ''] = Object.entries(sample.texts()).flatMap(([name, text]) =>
    name.startsWith('articles/') ? [`${name}\n${text}`] : [],
  );
  return article;
}

test('fields that an article brought along are taken, and the words that were made of them are not', async () => {
  const correction = {
    kind: 'correction',
    at: '2014-06-03T10:00:00+00:00',
    text: 'It was the second pier.',
  };
  const text = await taken(carried({ kind: 'feature', corrections: [correction] }));
  expect(text).toContain('articles/en/2014/05/03-harbour/');
  expect(text).toContain(`id: "${ID}"`);
  expect(text).toContain('kind: "feature"');
  expect(text).toContain('It was the second pier.');
  expect(text).not.toContain('Correction, in words.');
});

test.each([
  ['of a wrong shape', carried({ kind: 'gossip', corrections: [{ at: 'soon' }] })],
  ['that lead an article up', carried({ leadImage: 7, live: '../../etc' })],
])('fields %s are left, and their words stay', async (_, beside) => {
  const text = await taken(beside);
  expect(text).toContain(`id: "${ID}"`);
  expect(text).toContain('Correction, in words.');
});

test.each([
  ['a field that decides who sees an article', carried({ status: 'removed' })],
  ['an id that is none', carried({}, { id: '../../../etc' })],
  ['an address part that leads up', carried({}, { slug: '../up' })],
  ['no JSON', '{"version":1,'],
  ['more than any system keeps', carried({ kicker: 'x'.repeat(70_000) })],
])('%s makes all of it nothing of ours', async (_, beside) => {
  const text = await taken(beside);
  expect(text).toContain('status: "ready"');
  expect(text).not.toContain(ID);
  expect(text).toContain('Correction, in words.');
});
