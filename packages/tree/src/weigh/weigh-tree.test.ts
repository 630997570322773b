import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_TEXT_BYTES } from '../limits.ts';
import type { Budget, WeightOf } from './budget.ts';
import { weighFile } from './weigh-file.ts';
import { weighTree } from './weigh-tree.ts';

const gzipped = (text: string): number => gzipSync(text, { level: 9 }).length;

/** Text that gzip can hardly shorten, the same on every run. */
function makeNoise(length: number): string {
  let state = 1;
  const next = (): string => {
    state = (state * 48271) % 2147483647;
    return String.fromCodePoint(33 + (state % 27));
  };
  return Array.from({ length }, next).join('');
}

describe('weighFile', () => {
  test('an article is its text and what the page adds', () => {
    const html =
      '<style>a{}</style><h1>Site</h1><article><h2>Caf&eacute;</h2> &amp; <script>let x</script><article>in</article> out</article><p>foot';
    const text = 'Café & in out';
    expect(weighFile('en/2026/11/22/a.html', html, { bytes: 100, text: 'article' })).toEqual({
      path: 'en/2026/11/22/a.html',
      bytes: gzipped(html),
      textBytes: gzipped(text),
      overhead: gzipped(html) - gzipped(text),
      styleBytes: 3,
      scriptBytes: 5,
      budget: gzipped(text) + 100,
      over: gzipped(html) - gzipped(text) - 100,
    });
  });

  test('a list may have so much for each link in its main part', () => {
    const html = '<a href="x">nav</a><main><a href="y">one</a> <a href="z">two</a></main>';
    const { budget } = weighFile('en/archive.html', html, { bytes: 10, text: 'main', perLink: 7 });
    expect(budget).toBe(10 + gzipped('one two') + 14);
  });

  test('an article may have so much for a group of choices, which stands in it', () => {
    const html = '<fieldset></fieldset><article>a <fieldset>b</fieldset></article>';
    const budget: Budget = { bytes: 10, text: 'article', perChoice: 7 };
    expect(weighFile('en/a.html', html, budget).budget).toBe(10 + gzipped('a b') + 7);
  });

  test('an article may have so much for a form, which stands in it', () => {
    const html = '<form></form><article>a <form>b</form></article>';
    const budget: Budget = { bytes: 10, text: 'article', perForm: 7 };
    expect(weighFile('en/a.html', html, budget).budget).toBe(10 + gzipped('a b') + 7);
  });

  test('an unclosed or stray tag does not confuse it', () => {
    const html = '</article></main><article>text';
    expect(weighFile('a.html', html, undefined)).toMatchObject({ textBytes: gzipped('text') });
  });

  test('a feed is weighed as a whole', () => {
    const weight = weighFile('en/brief.xml', '<rss><article>x</article></rss>', { bytes: 100 });
    expect(weight).toMatchObject({ textBytes: 0, budget: 100 });
  });
});

const LIMIT = 4_000;

/** Feeds are shown before articles, everything else by what it is. */
const weightOf: WeightOf = (path) => {
  if (path.endsWith('brief.xml'))
    return { called: 'brief feed', place: 1, budget: { bytes: LIMIT } };
  if (!path.endsWith('.html')) return undefined;
  return { called: 'article', place: 2, budget: { bytes: LIMIT, text: 'article' } };
};

describe('weighTree', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'weigh-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function add(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }

  test('shows the page nearest to its budget, and the largest', async () => {
    const long = makeNoise(20_000);
    await add('en/2026/11/22/long.html', `<article>${long}</article>`);
    await add('en/2026/11/22/heavy.html', `<article>x</article>${makeNoise(3000)}`);
    await add('en/brief.xml', makeNoise(2000));
    await add('media/a.jpg', long);
    const { kinds, withinBudget, unread } = await weighTree(folder, weightOf);
    expect(withinBudget).toBe(true);
    expect(unread).toEqual([]);
    expect(kinds).toMatchObject([
      { kind: 'brief feed', count: 1, over: 0 },
      {
        kind: 'article',
        count: 2,
        over: 0,
        largest: gzipped(`<article>${long}</article>`),
        heaviest: { path: 'en/2026/11/22/heavy.html' },
      },
    ]);
  });

  test.each(['en/2026/11/22/a.html', 'en/brief.xml'])('%s over its budget', async (path) => {
    await add(path, makeNoise(LIMIT * 2));
    const { kinds, withinBudget } = await weighTree(folder, weightOf);
    expect(withinBudget).toBe(false);
    expect(kinds).toMatchObject([{ over: 1, heaviest: { path } }]);
  });

  test('a page too large to be read is not within budget', async () => {
    await add('en/a.html', 'x');
    await truncate(join(folder, 'en/a.html'), MAX_TEXT_BYTES + 1);
    expect(await weighTree(folder, weightOf)).toEqual({
      kinds: [],
      withinBudget: false,
      unread: ['en/a.html'],
    });
  });
});
