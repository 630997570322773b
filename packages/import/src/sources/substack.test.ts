import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { makeSample, type Sample } from '../../testing/run-sample.ts';

const made: Sample[] = [];
afterAll(() => {
  for (const { root } of made) rmSync(root, { recursive: true });
});

const HEAD =
  'post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n';
const row = (
  id: string,
  more: Partial<Record<'published' | 'type' | 'audience' | 'title', string>>,
) =>
  `${id},2021-03-04T05:06:07.000Z,${more.published ?? 'true'},,,${more.type ?? 'newsletter'},${more.audience ?? 'everyone'},"${more.title ?? 'One, ""quoted""'}",A summary.,\n`;

const TEXT = `<p>It left at six.<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a> See <a href="/p/second">the second</a>.</p>
<div class="subscription-widget-wrap"><div class="preamble"><p>SECRET-ASKING</p></div><form><input type="submit" value="Subscribe"></form></div>
<p class="button-wrapper"><a class="button primary" href="%%share_url%%"><span>SECRET-SHARE</span></a></p>
<div class="youtube-wrap"><iframe src="https://www.youtube-nocookie.com/embed/abc"></iframe></div>
<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>The words of the note.</p></div></div>`;

/** The zip of some files. */
async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** An import whose export is the zip of some files, changed by `harm`. */
async function sample(
  files: Readonly<Record<string, string>>,
  harm: (bytes: Buffer) => Buffer = (bytes) => bytes,
): Promise<Sample> {
  const one = await makeSample('export.zip', harm(await zipOf(files)));
  made.push(one);
  return one;
}

const FILES = {
  'posts.csv':
    HEAD +
    row('1.first', {}) +
    row('2.second', { title: 'Second' }) +
    row('3.draft', { published: 'false' }) +
    row('4.paid', { audience: 'only_paid' }) +
    row('5.free', { audience: 'only_free' }) +
    row('6.thread', { type: 'thread' }) +
    row('7.gone', {}),
  'posts/1.first.html': TEXT,
  'posts/2.second.html': '<p>Another text.</p>',
  'posts/3.draft.html': 'SECRET-DRAFT',
  'posts/4.paid.html': 'SECRET-PAID',
  'posts/5.free.html': 'SECRET-FREE',
  'posts/6.thread.html': 'SECRET-THREAD',
  'posts/1.first.opens.csv': 'reader@home.example',
  'email_list.csv': 'reader@home.example',
};

describe('a zip of Substack', () => {
  test('what was public for everyone comes along, and the second run changes nothing', async () => {
    const { run, texts } = await sample(FILES);
    const { outcome, tally } = await run();
    expect(outcome.written).toEqual([
      'articles/en/2021/03/04-first',
      'articles/en/2021/03/04-second',
    ]);
    const before = texts();
    expect(JSON.stringify(before)).not.toMatch(/SECRET|home\.example/);
    expect(Object.fromEntries([...tally.leftOut].map(([name, all]) => [name, all.length]))).toEqual(
      {
        draft: 1,
        'members-only': 2,
        'not-an-article': 1,
        malformed: 1,
      },
    );
    expect(tally.dropped.get('lists of subscribers and of what they opened')).toBe(2);
    expect((await run()).outcome).toMatchObject({ written: [], unchanged: 2 });
    expect(texts()).toEqual(before);
  });

  test('keeps notes, links, players and summaries', async () => {
    const { run, texts } = await sample(FILES);
    await run();
    const text = texts()['articles/en/2021/03/04-first/index.md'] ?? '';
    expect(text).toContain('title: "One, \\"quoted\\""\nstandfirst: "A summary."\n');
    expect(text).toContain('formerAddresses:\n  - "p/first"\n');
    expect(text).toContain('It left at six.[^1] See [the second](/en/2021/03/04/second.html).');
    expect(text).toContain('[www.youtube-nocookie.com/embed/abc](');
    expect(text).toMatch(/\n\[\^1\]: The words of the note\.\n$/);
  });

  test.each([
    [
      'names that lead up',
      { 'a/x.txt': 'x' },
      (bytes: Buffer) => replaced(bytes, 'a/x.txt', '../.txt'),
      /cannot be read/,
    ],
    [
      'the end cut off',
      {},
      (bytes: Buffer) => bytes.subarray(0, bytes.length - 30),
      /cannot be read/,
    ],
    ['no posts.csv', { 'posts.csv': '' }, undefined, /no export of Substack/],
  ])('with %s is refused in a sentence', async (_, more, harm, said) => {
    const { run } = await sample({ ...FILES, ...more }, harm);
    await expect(run()).rejects.toThrow(said);
  });

  test('unpacks no text that is longer than it says, and none that is too long', async () => {
    const bomb = 'x'.repeat(9_000_000);
    const { run } = await sample(
      { ...FILES, 'posts/1.first.html': bomb, 'posts/2.second.html': bomb.slice(0, 5_000) },
      // The size that the second says, in the list of files at the end.
      (bytes) => withSize(bytes, 'posts/2.second.html', 10),
    );
    const { outcome, tally } = await run();
    expect([outcome.written, tally.leftOut.get('malformed')?.length]).toEqual([[], 3]);
  });
});

function replaced(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}

/** Sets the uncompressed size of an entry: 22 bytes before its name in the list at the end. */
function withSize(bytes: Buffer, name: string, size: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(size, changed.lastIndexOf(name) - 22);
  return changed;
}
