import {
  appendFileSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { inspectImage } from '@tamizdat/media';
import { afterAll, describe, expect, test } from 'vitest';
import { makeSample, type Sample } from '../testing/run-sample.ts';
import {
  GHOST_SAMPLE,
  LINES_SAMPLE,
  wordpress,
  WORDPRESS_SAMPLE,
  wordpressItem,
  wordpressMeta,
  wordpressPicture,
} from '../testing/sample-exports.ts';

const made: Sample[] = [];
const sample = async (name: string, text: string): Promise<Sample> => {
  const one = await makeSample(name, text);
  made.push(one);
  return one;
};
afterAll(() => {
  for (const { root } of made) rmSync(root, { recursive: true });
});

const HARBOUR = 'articles/en/2014/05/03-harbour-lights';

describe('what was public comes along, and nothing else', () => {
  test.each([
    ['wp.xml', WORDPRESS_SAMPLE, 3],
    ['ghost.json', GHOST_SAMPLE, 2],
    ['lines.jsonl', LINES_SAMPLE, 2],
  ])('%s', async (name, text, written) => {
    const { run, texts } = await sample(name, text);
    const { outcome, tally } = await run();
    expect(outcome.written).toHaveLength(written);
    expect(JSON.stringify(texts())).not.toMatch(
      /SECRET|home\.example|192\.0\.2|nobody copies|alert/,
    );
    // Everything that the source holds is written or counted.
    const refused = tally
      .reasons()
      .filter(({ reason }) => ['no-date', 'no-title', 'scheduled', 'check'].includes(reason));
    const left = refused.reduce((sum, { count }) => sum + count, 0);
    expect(outcome.written.length + left).toBe(tally.articles + (name === 'wp.xml' ? 1 : 0));
  });

  test('each reason is counted, with examples', async () => {
    const { run } = await sample('wp.xml', WORDPRESS_SAMPLE);
    const { tally } = await run();
    expect(new Set(tally.leftOut.keys())).toEqual(
      new Set([
        'draft',
        'private',
        'password',
        'trashed',
        'scheduled',
        'not-an-article',
        'no-date',
        'no-title',
      ]),
    );
    expect(Object.fromEntries(tally.dropped)).toMatchObject({
      comments: 1,
      'custom fields': 1,
      'e-mail addresses of authors': 1,
    });
  });
});

describe('an article', () => {
  test('keeps words, links, captions and its old address, and says that it was imported', async () => {
    const { run, texts, content } = await sample('wp.xml', WORDPRESS_SAMPLE);
    await run();
    const text = texts()[`${HARBOUR}/index.md`] ?? '';
    expect(text).toContain('title: "The harbour “keeps” its lights"');
    expect(text).toContain('formerAddresses:\n  - "2014/05/harbour-lights"\n');
    expect(text).toContain('imported:\n  from: "WordPress"\n');
    expect(text).toContain('The first line\\\nand the second.');
    expect(text).toContain('![A crane](crane.jpg "Words under it")');
    expect(text).toContain(
      '[the second part](/en/2014/05/03/second.html), [again](/en/2014/05/03/second.html) and what is gone.',
    );
    expect(text).not.toMatch(/standfirst|gallery|leadImage/);
    const facts = await inspectImage(join(content, HARBOUR, 'crane.jpg'));
    expect([facts.metadata, facts.width]).toEqual([[], 900]);
  });

  test('without a credit gets none, and a headline is not cut', async () => {
    const title = 'A headline that goes on and on '.repeat(9).trim();
    const { run, texts } = await sample(
      'wp.xml',
      wordpress([
        wordpressPicture(90, '2014/05/crane.jpg'),
        wordpressItem({
          id: 1,
          title,
          slug: 'long',
          content: 'Text.',
          more: wordpressMeta('_thumbnail_id', '90'),
        }),
      ]),
    );
    await run();
    const text = texts()['articles/en/2014/05/03-long/index.md'] ?? '';
    expect(text).toContain(`title: "${title}"`);
    expect(text).toContain('leadImage:\n  file: "crane.jpg"\n  alt: "A crane at night"\n---');
  });

  test('that links to one which is refused loses the link, and not the words', async () => {
    const one = wordpressItem({
      id: 1,
      title: 'One',
      slug: 'one',
      content: 'See <a href="https://old.example/2014/05/two/">two</a>.',
    });
    const two = wordpressItem({ id: 2, title: '', slug: 'two', content: 'No headline.' });
    const { run, texts } = await sample('wp.xml', wordpress([one, two]));
    await run();
    expect(Object.values(texts())).toHaveLength(1);
    expect(Object.values(texts())[0]).toContain('\nSee two.\n');
    const before = texts();
    expect((await run()).outcome).toMatchObject({ written: [], updated: [], unchanged: 1 });
    expect(texts()).toEqual(before);
  });
});

describe('the id that feeds had', () => {
  const line = (id: string, html: string, feedId?: string) =>
    JSON.stringify({
      id,
      url: `https://old.example/2014/05/${id}/`,
      date: '2014-05-03',
      title: `Number ${id}`,
      html,
      lang: 'en',
      feedId,
    });
  const place = (id: string) => `articles/en/2014/05/03-${id}/index.md`;

  test.each([
    ['wp.xml', WORDPRESS_SAMPLE, `${HARBOUR}/index.md`, 'https://old.example/?p=1'],
    ['ghost.json', GHOST_SAMPLE, 'articles/en/2020/02/03-ferry-at-dawn/index.md', 'a1'],
  ])('comes along: %s', async (name, text, file, feedId) => {
    const { run, texts } = await sample(name, text);
    await run();
    expect(texts()[file]).toContain(`\nfeedId: "${feedId}"\n`);
  });

  test('belongs to the first of two, and is one line', async () => {
    const { run, texts } = await sample(
      'old.jsonl',
      [
        line('one', '<p>x</p>', 'a b'),
        line('two', '<p>x</p>', 'a b'),
        line('three', '<p>x</p>', 'a\nb'),
      ].join('\n'),
    );
    await run();
    const all = texts();
    expect(Object.keys(all)).toHaveLength(3);
    expect(
      ['one', 'two', 'three'].map((id) => /^feedId: (.*)$/m.exec(all[place(id)] ?? '')?.[1]),
    ).toEqual(['"a b"', undefined, undefined]);
  });

  test('is given to no article that stood in our feeds without it', async () => {
    const { run, texts } = await sample('old.jsonl', line('one', '<p>Old.</p>'));
    await run();
    const next = [line('one', '<p>New.</p>', 'a'), line('two', '<p>x</p>', 'b')].join('\n');
    expect((await run(next)).outcome.updated).toHaveLength(1);
    const all = texts();
    expect(all[place('one')]).toMatch(/^(?![^]*feedId)[^]*New\./);
    expect(all[place('two')]).toContain('feedId: "b"');
    expect((await run(next)).outcome).toMatchObject({ written: [], updated: [], unchanged: 2 });
    await run(next.replace('New.', 'Newer.').replace('<p>x</p>', '<p>y</p>'));
    expect(texts()[place('two')]).toContain('feedId: "b"');
  });
});

describe('a second run', () => {
  test.each([
    ['wp.xml', WORDPRESS_SAMPLE],
    ['ghost.json', GHOST_SAMPLE],
    ['lines.jsonl', LINES_SAMPLE],
  ])('changes nothing: %s', async (name, text) => {
    const { run, texts, content } = await sample(name, text);
    const { outcome } = await run();
    const before = texts();
    const [folder = ''] = outcome.written;
    const stamp = statSync(join(content, folder, 'index.md')).mtimeMs;
    const again = await run();
    expect(again.outcome).toMatchObject({ written: [], updated: [], differing: [], kept: [] });
    expect(again.outcome.unchanged).toBe(outcome.written.length);
    expect(texts()).toEqual(before);
    expect(statSync(join(content, folder, 'index.md')).mtimeMs).toBe(stamp);
  });

  const item = (id: number, content: string) =>
    wordpressItem({ id, title: `Number ${id}`, slug: `number-${id}-a`, content });
  const place = (id: number) => `articles/en/2014/05/03-number-${id}-a/index.md`;

  test('adds what is new, updates what nobody touched, keeps and lists what was edited', async () => {
    const { run, texts, content } = await sample(
      'wp.xml',
      wordpress([1, 2, 3].map((id) => item(id, 'Old.'))),
    );
    await run();
    for (const id of [2, 3]) appendFileSync(join(content, place(id)), '\nEdited by hand.\n');
    const next = [item(1, 'New.'), item(2, 'New.'), item(3, 'Old.'), item(4, 'Fourth.')];
    const { outcome } = await run(wordpress(next));
    expect(outcome.written).toEqual([place(4).replace('/index.md', '')]);
    expect(outcome.updated).toEqual([place(1).replace('/index.md', '')]);
    expect(outcome.differing).toEqual([place(2).replace('/index.md', '')]);
    expect(outcome.kept).toEqual([place(3).replace('/index.md', '')]);
    const all = texts();
    expect(all[place(1)]).toContain('New.');
    expect(all[place(2)]).toMatch(/Old\.\n\nEdited by hand\.\n$/);
  });

  test('does not bring back what was deleted, nor a picture that was replaced', async () => {
    const { run, texts, content } = await sample('wp.xml', WORDPRESS_SAMPLE);
    await run();
    rmSync(join(content, 'articles/en/2014/05/03-second'), { recursive: true });
    writeFileSync(join(content, HARBOUR, 'crane.jpg'), 'A better picture');
    const { outcome } = await run(WORDPRESS_SAMPLE.replace('and the second.', 'and the third.'));
    expect(outcome.kept).toEqual(['articles/en/2014/05/03-second']);
    expect(outcome.updated).toEqual([HARBOUR]);
    expect(readFileSync(join(content, HARBOUR, 'crane.jpg'), 'utf8')).toBe('A better picture');
    expect(Object.keys(texts())).not.toContain('articles/en/2014/05/03-second/index.md');
  });

  test('finishes one that was killed: half a line of the journal, or none of it', async () => {
    const { run, texts, state } = await sample('wp.xml', WORDPRESS_SAMPLE);
    await run();
    const before = texts();
    const journal = join(state, 'journal.jsonl');
    truncateSync(journal, Math.floor(statSync(journal).size / 2));
    const { outcome } = await run();
    expect([outcome.written, outcome.differing, outcome.unchanged]).toEqual([[], [], 3]);
    rmSync(journal);
    expect((await run()).outcome).toMatchObject({ written: [], differing: [], unchanged: 3 });
    expect(texts()).toEqual(before);
    expect((await run()).outcome.unchanged).toBe(3);
  });
});

test('two archives whose articles have the same numbers stand beside each other', async () => {
  const { run, texts, map } = await sample(
    'wp.xml',
    wordpress([wordpressItem({ id: 1, title: 'One', slug: 'one', content: 'First archive.' })]),
  );
  await run();
  const other = wordpress([
    wordpressItem({ id: 1, title: 'Two', slug: 'two', content: 'Second archive.' }),
  ]);
  const { outcome } = await run(other, { ...(await map()), from: 'The magazine' });
  expect(outcome.written).toEqual(['articles/en/2014/05/03-two']);
  const ids = Object.values(texts()).map((text) => /^id: (.*)$/m.exec(text)?.[1]);
  expect(new Set(ids).size).toBe(2);
});

describe('a hostile source', () => {
  test('reads no file outside the uploads: up, absolute, by a link', async () => {
    const pictures = [
      '../../secret.jpg',
      '/etc/passwd',
      'link.jpg',
      '..%2f..%2fsecret.jpg',
      'file:///etc/passwd',
    ];
    const content = pictures.map(
      (path) => `<img src="https://old.example/wp-content/uploads/${path}"><img src="${path}">`,
    );
    const { run, texts, root, uploads } = await sample(
      'wp.xml',
      wordpress([wordpressItem({ id: 1, title: 'One', content: `Text. ${content.join('')}` })]),
    );
    const picture = readFileSync(join(uploads, '2014/05/crane.jpg'));
    writeFileSync(join(root, 'secret.jpg'), picture);
    symlinkSync(join(root, 'secret.jpg'), join(uploads, 'link.jpg'));
    const { outcome, tally } = await run();
    expect(tally.leftOut.get('check')).toBeUndefined();
    expect(Object.values(texts())[0]).not.toContain('![');
    expect(outcome.missingPictures.length).toBeGreaterThan(4);
  });

  test('expands no entity of its own', async () => {
    const bomb =
      '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const text = wordpress([
      wordpressItem({ id: 1, title: 'One', content: 'Text.' }).replace(
        /<title>.*<\/title>/,
        '<title>One &b; &x;</title>',
      ),
    ]).replace('?>', `?>${bomb}`);
    const { run, texts } = await sample('wp.xml', text);
    await run();
    expect(JSON.stringify(texts())).not.toMatch(/aaaa|root:/);
    expect(Object.values(texts())[0]).toContain('title: "One &b; &x;"');
  });

  test('of endless depth or length is refused in a sentence', async () => {
    const deep = wordpress(['<item>'.repeat(1_000)]);
    const long = wordpress([`<item><title>${'a'.repeat(9_000_000)}</title></item>`]);
    for (const text of [deep, long])
      await expect((await sample('wp.xml', text)).run()).rejects.toThrow(
        /longer than any article|nested/,
      );
  });

  test('that names one thing twice is counted', async () => {
    const twice = [1, 2].map(() =>
      JSON.stringify({
        url: 'https://old.example/a',
        date: '2001-02-03',
        title: 'One',
        html: '<p>x</p>',
        lang: 'en',
      }),
    );
    const { run } = await sample('lines.jsonl', twice.join('\n'));
    const { outcome, tally } = await run();
    expect(outcome.written).toHaveLength(1);
    expect(tally.leftOut.get('key-twice')).toHaveLength(1);
  });

  test('leaves no half of an article where the disk is full', async () => {
    const { run, texts, content } = await sample('wp.xml', WORDPRESS_SAMPLE);
    // A file stands where a folder must come: the file system refuses, as a full one does.
    writeFileSync(join(content, 'articles'), '');
    await expect(run()).rejects.toThrow();
    rmSync(join(content, 'articles'));
    expect(Object.keys(texts())).toEqual([]);
    expect((await run()).outcome.written).toHaveLength(3);
  });
});
