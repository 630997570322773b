import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inspectContent } from './index.ts';

const FIXTURES = join(import.meta.dirname, '../../../recordings/testing/fixtures');
const FOLDER = 'articles/en/2026/11/22-flood';
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const OUTLET = `name: { en: The Window }
description: { en: A newsroom. }
origin: https://window.example
tagAuthority: { domain: window.example, date: '2026-01-01' }
languages: [{ code: en, name: English, locale: en-GB }]
timeZone: Europe/Vilnius
sections: [{ id: politics, name: { en: Politics } }]
licence: { name: { en: CC BY 4.0 } }
`;

let root: string;

beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'tamizdat-recordings-')), 'content');
  await mkdir(join(root, FOLDER), { recursive: true });
  await writeFile(join(root, 'outlet.yaml'), OUTLET);
});

afterEach(async () => {
  await rm(dirname(root), { recursive: true });
});

const put = (name: string, data: string | Buffer): Promise<void> =>
  writeFile(join(root, FOLDER, name), data);
const record = (fixture: string, name: string): Promise<void> =>
  cp(join(FIXTURES, fixture), join(root, FOLDER, name));

async function write(text: string): Promise<void> {
  const fields = `id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V\nlang: en\nkind: news\ntitle: The street that became a river\nsection: politics\npublishedAt: 2026-11-22T09:30:00+02:00\nstatus: ready`;
  await put('index.md', `---\n${fields}\n---\n\n${text}\n`);
}

/** File, line and code of every problem, without the article's folder. */
async function tell(): Promise<string[]> {
  const { problems } = await inspectContent(root, { images: true, texts: true });
  return problems.map(
    ({ file, line, code }) => `${file.replace(`content/${FOLDER}/`, '')}:${line} ${code}`,
  );
}

test('recordings with all that belongs to them are right', async () => {
  await write('![A bell in the fog](bell.mp3 "At five.")\n\n![The street](flood.mp4)');
  await record('clean.mp3', 'bell.mp3');
  await put('bell.transcript.md', 'Nobody speaks. A bell.');
  await record('clean.mp4', 'flood.mp4');
  await put('flood.jpg', GIF);
  await put('flood.transcript.md', '**Ann:** It rises.');
  await put('flood.en.vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nIt rises.\n');
  expect(await tell()).toEqual([]);
});

test('what a recording tells, and what lacks beside it', async () => {
  await write('![A bell in the fog](bell.mp3)\n\n![The street](flood.mp4)\n\n![](gone.mp4)');
  await record('dirty.mp3', 'bell.mp3');
  await record('clean.mp4', 'flood.mp4');
  const { problems } = await inspectContent(root, { images: true, texts: true });
  expect(problems.map(({ line, message, remedy, example }) => [line, message, remedy, example]))
    .toMatchInlineSnapshot(`
      [
        [
          11,
          "The recording “bell.mp3” holds ID3 tag, name of the recording program.",
          "Strip it before you commit: “npx tamizdat check --fix” does, without changing sound and picture; where it leaves one alone, FFmpeg does.",
          "ffmpeg -i content/articles/en/2026/11/22-flood/bell.mp3 -map 0:a:0 -map_metadata -1 -map_chapters -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -c copy -id3v2_version 0 -write_id3v1 0 clean.mp3",
        ],
        [
          11,
          "The recording has no transcript.",
          "Write what is said and heard into bell.transcript.md beside it. Where nobody speaks, say that, and what is to be heard.",
          "Nobody speaks. Water runs over stone; a church bell strikes five.",
        ],
        [
          13,
          "The video has no picture to show before it plays.",
          "Put a still of it beside it, under the same name.",
          "flood.jpg",
        ],
        [
          13,
          "The recording has no transcript.",
          "Write what is said and heard into flood.transcript.md beside it. Where nobody speaks, say that, and what is to be heard.",
          "Nobody speaks. Water runs over stone; a church bell strikes five.",
        ],
        [
          15,
          "The file “gone.mp4” is not beside index.md.",
          "Put it there, or mend the name. The images and recordings there are: bell.mp3, flood.mp4.",
          undefined,
        ],
        [
          15,
          "The recording “gone.mp4” has no description.",
          "Say in the square brackets what is to be heard or seen, in 5 to 1000 characters.",
          "![The ferry’s horn, three times](gone.mp4)",
        ],
      ]
    `);
});

test('posters, transcripts and captions are looked into', async () => {
  await write('![The street](flood.mp4)');
  await record('clean.mp4', 'flood.mp4');
  await put('flood.jpg', 'no picture');
  await put(
    'flood.transcript.md',
    '---\na: b\n---\n<script>x()</script> [a](/en/gone.html) ![A](a.jpg)',
  );
  await put('flood.en.vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\n<img src=x>\n');
  await put('flood.ru.vtt', Buffer.from([0xff, 0xfe]));
  expect(await tell()).toMatchInlineSnapshot(`
    [
      "flood.en.vtt:4 captions-unusable",
      "flood.ru.vtt:1 file-not-utf8",
      "flood.transcript.md:1 transcript-front-matter",
      "flood.transcript.md:4 text-script",
      "index.md:11 image-unusable",
    ]
  `);
  await put('flood.transcript.md', ' \n');
  expect(await tell()).toContain('flood.transcript.md:1 transcript-empty');
});

test('a lead image cannot be a recording', async () => {
  await write('Text.');
  const fields = 'leadImage: { file: clean.mp4, decorative: true, credit: A }';
  await put('clean.mp4', '');
  await record('clean.mp4', 'clean.mp4');
  const path = join(root, FOLDER, 'index.md');
  await writeFile(path, (await readFile(path, 'utf8')).replace('\nstatus', `\n${fields}\nstatus`));
  expect(await tell()).toEqual(['index.md:8 image-unusable']);
});

test('recordings that nothing shows are warned of, and looked into', async () => {
  await write('Text.');
  await record('dirty.webm', 'left.webm');
  await put('left.transcript.md', 'Word.');
  expect(await tell()).toEqual([
    'left.transcript.md:1 image-unused',
    'left.webm:1 image-unused',
    'left.webm:1 recording-metadata',
    'left.webm:1 recording-poster-missing',
  ]);
});
