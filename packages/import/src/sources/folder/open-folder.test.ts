import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectImage } from '@tamizdat/media';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Export,
  makeSample,
  type Sample,
  samplePicture,
} from '../../../testing/run-sample.ts';
import { astroSite, eleventySite, hugoSite, jekyllSite } from '../../../testing/sample-sites.ts';

const made: Sample[] = [];
let picture: Buffer;
beforeAll(async () => {
  picture = await samplePicture();
});
afterAll(() => {
  for (const { root } of made) rmSync(root, { recursive: true });
});
const sample = async (files: Export): Promise<Sample> => {
  const one = await makeSample('site', files);
  made.push(one);
  return one;
};
const page = (head: string, body = 'Text.'): string => `---\n${head}\n---\n${body}\n`;

describe('a folder of a generator', () => {
  test.each([
    ['Hugo', hugoSite, 3],
    ['Jekyll', jekyllSite, 2],
    ['Eleventy', eleventySite, 2],
    ['Astro', astroSite, 2],
  ])(
    '%s: what was public comes along, and the second run changes nothing',
    async (system, files, written) => {
      const { run, texts, map, content } = await sample(files(picture));
      const plan = await map();
      expect([plan.from, plan.ownHosts]).toEqual([system, ['old.example']]);
      const { outcome } = await run();
      expect([outcome.written.length, outcome.missingPictures]).toEqual([written, []]);
      const before = texts();
      expect(JSON.stringify(before)).not.toMatch(/SECRET|home\.example|alert|\{\{|\{%|<iframe/);
      expect((await run()).outcome).toMatchObject({ written: [], updated: [], unchanged: written });
      expect(texts()).toEqual(before);
      const harbour = before['articles/en/2014/05/03-harbour/index.md'] ?? '';
      expect(harbour).toMatch(
        /\[[^\]]*ferry\]\(\/en\/2014\/05\/04\/ferry(?:-at-dawn)?\.html\)|Words\.$/m,
      );
      const [name = ''] = /crane\.jpg|dock\.jpg/.exec(harbour) ?? [];
      const facts = await inspectImage(join(content, 'articles/en/2014/05/03-harbour', name));
      expect(facts.metadata).toEqual([]);
    },
  );

  test('says what its pages say: addresses, names, pictures, notes, tables', async () => {
    const { run, texts } = await sample(hugoSite(picture));
    await run();
    const text = texts()['articles/en/2014/05/03-harbour/index.md'] ?? '';
    expect(text).toContain('formerAddresses:\n  - "2014/05/the-harbour-lights-cranes"\n');
    expect(text).toContain('authors:\n  - "anna-petrova"\n');
    expect(text).toContain('leadImage:\n  file: "crane.jpg"\n  alt: "A crane at night"\n');
    expect(text).toContain('![A dock](dock.jpg "The dock at six")');
    expect(text).toContain('[www.youtube.com/watch](https://www.youtube.com/watch?v=abc123)');
    expect(text).toContain('Words of a notice.\n\n## A part\n\n| a | b |');
    expect(text).toMatch(/with a note\.\[\^1\][\s\S]*\n\n\[\^1\]: The words of the note\.\n$/);
    expect(text).not.toContain('Footnotes');
    expect(texts()['articles/en/2014/05/04-ferry-at-dawn/index.md']).toContain(
      'It left at six.\\\nNobody saw it.',
    );
  });

  test('runs nothing, and says what and where', async () => {
    const { run } = await sample(jekyllSite(picture));
    const { tally } = await run();
    expect(Object.fromEntries(tally.notRun)).toEqual({
      'tag include': {
        count: 1,
        places: [{ where: '_posts/2014-05-03-harbour.md:16', written: 'include map.html id="7"' }],
      },
      'a value of a template': {
        count: 1,
        places: [{ where: '_posts/2014-05-03-harbour.md:18', written: 'page.author' }],
      },
    });
  });

  test('whose front matter strict readers refuse is read', async () => {
    const { run, texts } = await sample({
      '_config.yml': '',
      '_posts/2014-05-03-a.md': page(
        'title: One: two\ndescription: |\nNobody indented\nthis: text\ntags: [Water]\ntags: [Ships]\ntab:\t\tx\n\t- y\nauthor: "Anna" Petrova',
      ),
    });
    const { tally } = await run();
    const [text] = Object.values(texts());
    expect(text).toContain('title: "One: two"\nstandfirst: "Nobody indented"\n');
    expect(text).toContain('tags:\n  - "ships"\n');
    expect(tally.dropped.get('faults of front matter, read leniently')).toBe(1);
  });

  test.each([
    ['published: false', 'draft'],
    ['published: No', 'draft'],
    ['draft: "true"', 'draft'],
    ['Draft: yes\ndraft: no', 'draft'],
    ['draft: true\nbroken: a: b', 'draft'],
    ['status: Draft', 'draft'],
    ['private: true', 'private'],
    ['visibility: members', 'members-only'],
    ['password: x', 'password'],
    ['permalink: false', 'private'],
    ['_build:\n  render: never', 'private'],
  ])('%j was not public', async (head, reason) => {
    const { run, texts } = await sample({
      '_config.yml': '',
      '_posts/2014-05-03-a.md': page(`title: A\n${head}`),
    });
    const { tally } = await run();
    expect([texts(), [...tally.leftOut.keys()]]).toEqual([{}, [reason]]);
  });

  test('reads no file outside itself: up, absolute, by a link', async () => {
    const addresses = [
      '../../../secret.jpg',
      '/../secret.jpg',
      '..%2f..%2f..%2fsecret.jpg',
      'link.jpg',
      '/link.jpg',
      '/etc/passwd',
      'file:///etc/passwd',
      'https://old.example/../../secret.jpg',
    ];
    const { run, root, texts } = await sample({
      '_config.yml': 'url: https://old.example\n',
      '_posts/2014-05-03-a.md': page(
        'title: A\nimage: ../../secret.jpg',
        addresses.map((one) => `![](${one})`).join('\n\n') + '\n\nText.',
      ),
    });
    writeFileSync(join(root, 'secret.jpg'), picture);
    writeFileSync(join(root, 'secret.md'), page('title: A', 'SECRET'));
    symlinkSync(join(root, 'secret.jpg'), join(root, 'site/link.jpg'));
    symlinkSync(join(root, 'secret.jpg'), join(root, 'site/_posts/link.jpg'));
    symlinkSync(join(root, 'secret.md'), join(root, 'site/_posts/2014-05-04-b.md'));
    symlinkSync(root, join(root, 'site/_posts/above'));
    const { outcome, tally } = await run();
    expect(outcome.written).toHaveLength(1);
    expect(Object.values(texts())[0]).not.toMatch(/!\[|leadImage|SECRET/);
    expect(tally.dropped.get('links and other odd files, not followed')).toBe(4);
  });

  test('that is none is refused in a sentence', async () => {
    await expect(sample({ 'notes/a.md': page('title: A\ndate: 2014-05-03') })).rejects.toThrow(
      /no folder of Hugo, Jekyll, Eleventy or Astro/,
    );
  });
});
