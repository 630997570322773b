import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runHere } from '@tamizdat/cli/run-here';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebServer } from './mirrors/web-server.ts';
import { buildPicture } from './fixture/picture.ts';
import { FIXTURE_NOW } from './workplace/run-tamizdat.ts';
import { Workplace } from './workplace/workplace.ts';

const work = new Workplace();
const at = (name: string) => path.join(work.folder, name);
const cdata = (text: string) => `<![CDATA[${text}]]>`;

/** One article a source, after the documented formats, with invented texts. */
const WORDPRESS = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<language>en-GB</language>
<wp:tag><wp:tag_slug>%d0%b2%d0%be%d0%b4%d0%b0</wp:tag_slug><wp:tag_name>${cdata('вода')}</wp:tag_name></wp:tag>
<wp:category><wp:category_nicename>city</wp:category_nicename><wp:cat_name>${cdata('City')}</wp:cat_name></wp:category>
<item><title>A headline of 2014 that has never been cut by anybody because nobody counted characters then, and so it goes on and on</title><link>https://old.example/2014/05/harbour-lights/</link>
<content:encoded>${cdata('One line\nand the next.\n\n<img src="https://old.example/wp-content/uploads/2014/05/crane.png">')}</content:encoded>
<wp:post_id>7</wp:post_id><wp:post_date>${cdata('2014-05-03 10:00:00')}</wp:post_date><wp:post_name>harbour-lights</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="post_tag" nicename="x">${cdata('вода')}</category>
<category domain="category" nicename="city">${cdata('City')}</category>
</item></channel></rss>`;
const GHOST = JSON.stringify({
  data: {
    posts: [
      {
        ...{ id: 'a', title: 'A ferry at dawn', slug: 'ferry', type: 'post', status: 'published' },
        ...{
          visibility: 'public',
          published_at: '2020-02-03T08:00:00.000Z',
          html: '<p>It left at six.</p>',
        },
        feature_image: '__GHOST_URL__/content/images/2014/05/crane.png',
      },
    ],
  },
});
const LINES = JSON.stringify({
  ...{ url: 'https://old.example/bridge.php', date: '2001-02-03', title: 'The bridge', lang: 'en' },
  html: '<table><tr><th>a</th><th>b</th></tr><tr><td colspan="2">Stone</td></tr></table>',
});

async function tamizdat(...args: string[]): Promise<void> {
  const { code, out, err } = await runHere(args, {
    cwd: work.folder,
    env: { TAMIZDAT_NOW: FIXTURE_NOW },
  });
  if (code !== 0) throw new Error(`${args.join(' ')}: ${out}${err}`);
}

beforeAll(async () => {
  mkdirSync(at('uploads/2014/05'), { recursive: true });
  writeFileSync(at('uploads/2014/05/crane.png'), await buildPicture(40));
  const sources = { 'wp.xml': WORDPRESS, 'ghost.json': GHOST, 'old.jsonl': LINES };
  for (const [name, text] of Object.entries(sources)) {
    writeFileSync(at(name), text);
    await tamizdat('import', 'plan', name, '--map', `${name}.yaml`);
    const media = ['--media', 'uploads'];
    await tamizdat(
      'import',
      'run',
      name,
      '--map',
      `${name}.yaml`,
      '--content',
      'content',
      ...media,
    );
  }
  // As a person adds to the plan what the source does not say.
  const outlet = at('content/outlet.yaml');
  writeFileSync(
    outlet,
    readFileSync(outlet, 'utf8').replace('    - feed\n', '    - feed\n    - old.xml\n'),
  );
  await work.build();
});
afterAll(() => {
  work.remove();
});

const page = (name: string) => readFileSync(path.join(work.tree, name), 'utf8');

test('what each source held is read at its new address', () => {
  expect(page('en/2014/05/03/harbour-lights.html')).toContain('so it goes on and on');
  expect(page('en/2020/02/03/ferry.html')).toContain('It left at six.');
  expect(page('en/2001/02/03/bridge.html')).toContain('Stone');
});

test('a picture without words says so, and is not called decoration', () => {
  expect(page('en/2014/05/03/harbour-lights.html')).toMatch(
    /<img[^>]* alt="A picture without a description"/,
  );
  expect(page('en/2020/02/03/ferry.html')).toMatch(
    /<figure class=lead>.*<img[^>]* alt="A picture without a description".*Author not recorded/s,
  );
});

test('old addresses lead on, as files and as folders', () => {
  for (const name of [
    '2014/05/harbour-lights.html',
    '2014/05/harbour-lights/index.html',
    'ferry/index.html',
  ])
    expect(page(name)).toMatch(/http-equiv=refresh/);
});

test('so do those of lists and feeds', () => {
  expect(page('category/city/index.html')).toContain('en/section/city.html');
  expect(page('feed/index.html')).toContain('en/feeds.html');
  expect(page('category/city/feed/index.html')).toMatch(
    /<link rel=alternate [^>]*href="?[^">]*en\/section\/city\.xml/,
  );
});

test('a feed that was a file is that feed', () => {
  const ids = (name: string) => page(name).match(/<guid[^>]*>[^<]*/g);
  expect(ids('old.xml')).toEqual(ids('en/feed.xml'));
  expect(ids('en/feed.xml')).toHaveLength(3);
});

test.each(['nginx', 'caddy'] as const)(
  '%s leads on from what no file can be, by the rules of the import',
  async (kind) => {
    const recipe = kind === 'nginx' ? 'nginx-root.conf' : 'Caddyfile-root';
    const server = await WebServer[kind](recipe, work.folder, {
      redirects: at('outlet-state/import/redirects'),
    });
    try {
      const moves = {
        '/feed/': '/en/feed.xml',
        '/?feed=rss2': '/en/feed.xml',
        '/category/city/feed': '/en/section/city.xml',
        '/Category/City/': '/en/section/city.html',
        '/?p=7': '/en/2014/05/03/harbour-lights.html',
        '/tag/%D0%B2%D0%BE%D0%B4%D0%B0/': '/en/tag/voda.html',
      };
      for (const [old, now] of Object.entries(moves)) {
        const { status, headers } = await fetch(`http://127.0.0.1:${server.port}${old}`, {
          redirect: 'manual',
        });
        const { pathname } = new URL(headers.get('location') ?? '', 'http://x.invalid');
        expect([old, status, pathname]).toEqual([old, 301, now]);
      }
    } finally {
      await server.stop();
    }
  },
);
