import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { makeSample, type Sample } from '../../testing/run-sample.ts';
import { wordpress, wordpressItem } from '../../testing/sample-exports.ts';

const made: Sample[] = [];
const textsOf = async (name: string, text: Parameters<typeof makeSample>[1]): Promise<string> => {
  const one = await makeSample(name, text);
  made.push(one);
  const { tally } = await one.run();
  expect(tally.reasons()).toEqual([]);
  return Object.values(one.texts()).join('\n');
};
afterAll(() => {
  for (const { root } of made) rmSync(root, { recursive: true });
});

const line = (linkTo: string, rest: object = {}): string =>
  JSON.stringify({
    ...{
      url: 'https://old.example/2014/05/one/',
      date: '2014-05-03',
      title: 'What they found out',
    },
    ...{ html: '<p>Read this.</p>', lead: 'A neighbour has looked into it.', lang: 'en', linkTo },
    ...rest,
  });

test('what was only a link to somebody’s piece is one, with or without a text', async () => {
  const linked = await textsOf('a.jsonl', line('https://user:pass@www.gazette.example/x'));
  expect(linked).toContain('kind: "link"');
  expect(linked).toContain(
    'linkTo:\n  publisher: "gazette.example"\n  url: "https://www.gazette.example/x"',
  );
  expect(linked).toContain('Read this.');
  const bare = await textsOf('b.jsonl', line('https://gazette.example/x', { html: '<p></p>' }));
  expect(bare).toContain('kind: "link"');
});

test('a link that cannot be one stands in the text, and none that is only markup', async () => {
  const plain = await textsOf('c.jsonl', line('http://gazette.example/x'));
  expect(plain).toContain('kind: "news"');
  expect(plain).toContain('http://gazette.example/x');
  const hostile = await textsOf('d.jsonl', line('javascript:alert(1)"><script>'));
  expect(hostile).toContain('kind: "news"');
  expect(hostile).not.toMatch(/linkTo|\]\(javascript/);
});

test('WordPress’s posts of the format link, and front matter of link blogs', async () => {
  const format = '<category domain="post_format" nicename="post-format-link">Link</category>';
  const wp = await textsOf(
    'wp.xml',
    wordpress([
      wordpressItem({
        ...{ id: 7, title: 'What they found out', slug: 'one', more: format },
        content: 'See <a href="https://gazette.example/x">the Gazette</a>.',
      }),
    ]),
  );
  expect(wp).toContain('url: "https://gazette.example/x"');
  expect(wp).toContain('[the Gazette](https://gazette.example/x)');
  const jekyll = await textsOf('site', {
    '_config.yml': 'url: https://old.example\n',
    '_posts/2014-05-03-one.md':
      '---\ntitle: What they found out\nlink: https://gazette.example/y\n---\n\nRead this.\n',
  });
  expect(jekyll).toContain('url: "https://gazette.example/y"');
});
