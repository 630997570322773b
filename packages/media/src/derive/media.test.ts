import { randomUUID } from 'node:crypto';
import {
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import exifr from 'exifr';
import sharp from 'sharp';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { PHONE_WIDTH_MAX_BYTES } from '../limits.ts';
import {
  noisePicture,
  revealingJpeg,
  samplePicture,
  SECRETS,
} from '../../testing/sample-images.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { CacheFolder, sha256 } from './cache-folder.ts';
import type { Media } from './media.ts';
import { openMedia } from './media.ts';
import type { Picture, PictureFile } from './picture.ts';
import type { RecipeName } from './recipes.ts';
import { RECIPES } from './recipes.ts';

let revealing: Buffer;

beforeAll(async () => {
  revealing = await revealingJpeg(await samplePicture());
});

/** Lets enough time pass that time stamps of the files written so far can be trusted. */
function settleFiles(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
  onTestFinished(() => void vi.useRealTimers());
}

interface Setting {
  folder: string;
  file: string;
  cacheFolder: string;
  media: Media;
}

async function setUp(bytes = revealing): Promise<Setting> {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'source.jpg');
  const cacheFolder = path.join(folder, 'cache');
  await writeFile(file, bytes);
  return { folder, file, cacheFolder, media: openMedia({ cacheFolder }) };
}

const filesOf = (picture: Picture): PictureFile[] => [
  ...picture.sources.flatMap(({ files }) => files),
  picture.fallback,
];

async function loadAll(media: Media, picture: Picture): Promise<Buffer[]> {
  const loaded = await Promise.all(filesOf(picture).map(({ name }) => media.load(name)));
  return loaded.map((entry) => entry?.bytes ?? Buffer.alloc(0));
}

test('a lead image: upright, ascending widths, never wider than its source', async () => {
  const { file, media } = await setUp(await revealingJpeg(await samplePicture(1500, 1000)));
  const picture = await media.derive(file, 'lead');
  // 1500 × 1000 on its side is 1000 × 1500.
  expect(picture).toMatchObject({
    width: 800,
    height: 1200,
    fallback: { type: 'image/jpeg', width: 800, height: 1200 },
  });
  expect(
    picture.sources.map(({ type, files }) => [
      type,
      ...files.map(({ width, height }) => `${String(width)}×${String(height)}`),
    ]),
  ).toEqual([['image/avif', '640×960', '960×1440']]);
});

test.each(Object.keys(RECIPES) as RecipeName[])(
  '%s: names are hashes, facts are true, nothing but the picture is left',
  async (recipe) => {
    const { file, media } = await setUp();
    const picture = await media.derive(file, recipe);
    const all = await loadAll(media, picture);
    for (const [index, described] of filesOf(picture).entries()) {
      const bytes = all[index] ?? Buffer.alloc(0);
      expect(described.name).toBe(
        `${sha256(bytes).slice(0, 20)}.${described.name.endsWith('avif') ? 'avif' : 'jpg'}`,
      );
      const meta = await sharp(bytes).metadata();
      expect(described).toMatchObject({
        width: meta.width,
        height: meta.height,
        bytes: bytes.length,
      });
      expect([meta.exif, meta.xmp, meta.iptc, meta.icc, meta.comments, meta.orientation]).toEqual(
        Array(6).fill(undefined),
      );
      expect(meta.space).toBe('srgb');
      const text = bytes.toString('latin1');
      for (const secret of [...SECRETS, 'Exif', 'xmpmeta', 'Photoshop', 'ICC_PROFILE', 'GPS'])
        expect(text).not.toContain(secret);
      if (meta.format === 'jpeg') {
        const parsed = (await exifr.parse(bytes, {
          tiff: true,
          xmp: true,
          iptc: true,
          icc: true,
          jfif: false,
        })) as unknown;
        expect(parsed).toBeUndefined();
      }
    }
  },
);

test('a wide-gamut source becomes sRGB, a transparent one white', async () => {
  const wide = await sharp(await samplePicture(200, 200))
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  const { file, media } = await setUp(wide);
  const [bytes] = await loadAll(media, await media.derive(file, 'feed'));
  expect((await sharp(bytes).metadata()).icc).toBeUndefined();
  const clear = await sharp({ create: { width: 50, height: 50, channels: 4, background: '#0000' } })
    .png()
    .toBuffer();
  const other = await setUp(clear);
  const [white] = await loadAll(other.media, await other.media.derive(other.file, 'feed'));
  expect((await sharp(white).stats()).channels.map(({ mean }) => Math.round(mean))).toEqual([
    255, 255, 255,
  ]);
});

test('the smallest lead width fits through a freezing connection even for noise', async () => {
  const { file, media } = await setUp(await noisePicture(800, 600));
  const picture = await media.derive(file, 'lead');
  const [smallest] = picture.sources[0]?.files ?? [];
  expect(smallest?.bytes).toBeLessThanOrEqual(PHONE_WIDTH_MAX_BYTES);
  expect(smallest?.width).toBeGreaterThanOrEqual(100);
  expect(picture.sources[0]?.files.at(-1)?.bytes).toBeGreaterThan(PHONE_WIDTH_MAX_BYTES);
});

test('a social card has the size the networks ask for, a small source its proportions', async () => {
  const { file, media } = await setUp(await samplePicture(1500, 1500));
  expect(await media.derive(file, 'social')).toMatchObject({
    width: 1200,
    height: 630,
    sources: [],
  });
  const small = await setUp(await samplePicture(400, 400));
  expect(await small.media.derive(small.file, 'social')).toMatchObject({ width: 400, height: 210 });
});

test('the same names from another folder, another working directory, another cache', async () => {
  const first = await setUp();
  const second = await setUp();
  const before = process.cwd();
  const expected = await first.media.derive(first.file, 'lead');
  await mkdir(path.join(second.folder, 'elsewhere'));
  process.chdir(path.join(second.folder, 'elsewhere'));
  try {
    expect(await second.media.derive('../source.jpg', 'lead')).toEqual(expected);
  } finally {
    process.chdir(before);
  }
});

test('a second opening makes nothing again', async () => {
  const { file, cacheFolder, media } = await setUp();
  const picture = await media.derive(file, 'feed');
  const kept = path.join(cacheFolder, 'files', picture.fallback.name);
  await utimes(kept, 1, 1);
  expect(await openMedia({ cacheFolder }).derive(file, 'feed')).toEqual(picture);
  expect((await readFile(kept)).length).toBe(picture.fallback.bytes);
  expect((await stat(kept)).mtimeMs).toBe(1000);
});

test('many at once make one', async () => {
  const { file, cacheFolder, media } = await setUp();
  const pictures = await Promise.all(Array.from({ length: 8 }, () => media.derive(file, 'thumb')));
  expect(new Set(pictures).size).toBe(1);
  expect(await readdir(path.join(cacheFolder, 'index'))).toHaveLength(1);
  expect(await readdir(path.join(cacheFolder, 'temporary'))).toEqual([]);
});

test('a changed source gives other names in the same process', async () => {
  const { file, media } = await setUp();
  const before = await media.derive(file, 'feed');
  await writeFile(file, await samplePicture(300, 200));
  expect((await media.derive(file, 'feed')).fallback.name).not.toBe(before.fallback.name);
});

test('a damaged derivative is made again', async () => {
  const { file, cacheFolder, media } = await setUp();
  const { fallback } = await media.derive(file, 'feed');
  const kept = path.join(cacheFolder, 'files', fallback.name);
  const right = await readFile(kept);
  const wrong = Buffer.from(right);
  wrong[wrong.length >> 1] = (wrong[wrong.length >> 1] ?? 0) ^ 1;
  await writeFile(kept, wrong);
  expect((await media.load(fallback.name))?.bytes).toEqual(right);
  // Another process, which did not derive it, gives nothing rather than the wrong bytes.
  await writeFile(kept, wrong);
  const other = openMedia({ cacheFolder });
  expect(await other.load(fallback.name)).toBeUndefined();
  await other.derive(file, 'feed');
  expect((await other.load(fallback.name))?.bytes).toEqual(right);
});

test.each([
  ['half a derivative', 'files', 5],
  ['half an index entry', 'index', 40],
  ['an empty index entry', 'index', 0],
  ['half a source hash', 'sources', 10],
])('%s in the cache does no harm', async (_name, part, length) => {
  const { file, cacheFolder, media } = await setUp();
  settleFiles();
  const picture = await media.derive(file, 'feed');
  await mkdir(path.join(cacheFolder, part), { recursive: true });
  for (const name of await readdir(path.join(cacheFolder, part)))
    await truncate(path.join(cacheFolder, part, name), length);
  const again = openMedia({ cacheFolder });
  expect(await again.derive(file, 'feed')).toEqual(picture);
  expect((await again.load(picture.fallback.name))?.bytes.length).toBe(picture.fallback.bytes);
});

test('an index entry with other facts is not believed', async () => {
  const { file, cacheFolder, media } = await setUp();
  const picture = await media.derive(file, 'feed');
  const [entry] = await readdir(path.join(cacheFolder, 'index'));
  const index = path.join(cacheFolder, 'index', entry ?? '');
  await writeFile(index, (await readFile(index, 'utf8')).replaceAll('"width":', '"width":1'));
  expect(await openMedia({ cacheFolder }).derive(file, 'feed')).toEqual(picture);
});

test.each<[string, (picture: Record<string, unknown>) => unknown]>([
  ['no picture', () => null],
  ['no sources', (picture) => ({ ...picture, sources: null })],
  ['a size that is a text', (picture) => ({ ...picture, width: '9" onload="x' })],
  [
    'a name that leads elsewhere',
    (picture) => ({
      ...picture,
      fallback: { ...(picture['fallback'] as object), name: '../../x.jpg' },
    }),
  ],
  [
    'another type',
    (picture) => ({
      ...picture,
      fallback: { ...(picture['fallback'] as object), type: 'text/html' },
    }),
  ],
])(
  'an index entry of another form, with the right hash, is not believed: %s',
  async (_, change) => {
    const { file, cacheFolder, media } = await setUp();
    const picture = await media.derive(file, 'feed');
    const [entry] = await readdir(path.join(cacheFolder, 'index'));
    const text = JSON.stringify(change({ ...picture }));
    const cache = new CacheFolder(cacheFolder);
    await cache.writeOwn(`index/${entry ?? ''}`, `${sha256(text)}\n${text}\n`);
    expect(await openMedia({ cacheFolder }).derive(file, 'feed')).toEqual(picture);
  },
);

/** Two sources, each with its picture in a cache; and the entries and hashes of that cache, read for a stranger. */
async function setUpTwo() {
  const { folder, file, cacheFolder, media } = await setUp();
  const other = path.join(folder, 'other.jpg');
  await writeFile(other, await samplePicture(300, 200));
  settleFiles();
  const right = await media.derive(file, 'feed');
  const [entry = ''] = await readdir(path.join(cacheFolder, 'index'));
  const [source = ''] = await readdir(path.join(cacheFolder, 'sources'));
  const wrong = await media.derive(other, 'feed');
  const names = async (part: string, mine: string): Promise<[string, string]> => [
    mine,
    (await readdir(path.join(cacheFolder, part))).find((name) => name !== mine) ?? '',
  ];
  const index = await names('index', entry);
  const sources = await names('sources', source);
  return { file, cacheFolder, right, wrong, index, sources };
}

test.each<[string, 'index' | 'sources', boolean]>([
  ['an entry that names another picture', 'index', false],
  ['an entry that names another picture, with that one’s stamp', 'index', true],
  ['a hash of another source', 'sources', false],
  ['a hash of another source, with that one’s stamp', 'sources', true],
])('%s, put into the cache, puts no other picture anywhere', async (_, part, isStamped) => {
  const { file, cacheFolder, right, wrong, ...names } = await setUpTwo();
  expect(right).not.toEqual(wrong);
  const at = (...way: string[]): string => path.join(cacheFolder, ...way);
  const [mine, others] = names[part];
  await copyFile(at(part, others), at(part, mine));
  if (isStamped) await copyFile(at('stamps', `${part}-${others}`), at('stamps', `${part}-${mine}`));
  expect(await openMedia({ cacheFolder }).derive(file, 'feed')).toEqual(right);
});

test('a file of another length in the place of a recording changes no size that a page tells', async () => {
  const { file, cacheFolder, media } = await setUp();
  const kept = await media.keep(file, 'mp3');
  await writeFile(path.join(cacheFolder, 'files', kept.name), 'x');
  const again = openMedia({ cacheFolder });
  expect(await again.keep(file, 'mp3')).toEqual(kept);
  expect((await again.load(kept.name))?.bytes).toEqual(revealing);
});

test('a cache that was copied from another place makes its pictures again', async () => {
  const { folder, file, cacheFolder, media } = await setUp();
  const picture = await media.derive(file, 'feed');
  const copy = path.join(folder, 'copy');
  await cp(cacheFolder, copy, { recursive: true, preserveTimestamps: true });
  const kept = path.join(copy, 'files', picture.fallback.name);
  const before = await stat(kept);
  expect(await openMedia({ cacheFolder: copy }).derive(file, 'feed')).toEqual(picture);
  expect((await stat(kept)).ino).not.toBe(before.ino);
});

test('a deleted cache is filled again by the process that uses it', async () => {
  const { file, cacheFolder, media } = await setUp();
  const { fallback } = await media.derive(file, 'feed');
  await rm(path.join(cacheFolder, 'files'), { recursive: true });
  expect((await media.load(fallback.name))?.bytes.length).toBe(fallback.bytes);
});

test('what is left by a killed run is cleared after a while', async () => {
  const { file, cacheFolder } = await setUp();
  const temporary = path.join(cacheFolder, 'temporary');
  await mkdir(temporary, { recursive: true });
  const [old, young] = [randomUUID(), randomUUID()];
  await writeFile(path.join(temporary, old), 'x');
  await utimes(path.join(temporary, old), 1, 1);
  await writeFile(path.join(temporary, young), 'x');
  await openMedia({ cacheFolder }).derive(file, 'feed');
  expect(await readdir(temporary)).toEqual([young]);
});

test.each(['../../etc/passwd', 'a.jpg', '', `${'0'.repeat(20)}.svg`, `${'0'.repeat(20)}.jpg`])(
  'there is nothing under the name %j',
  async (name) => {
    const { media } = await setUp();
    expect(await media.load(name)).toBeUndefined();
  },
);

test('what cannot be published is not derived', async () => {
  const { file, media } = await setUp(Buffer.from('PK\x03\x04'));
  await expect(media.derive(file, 'lead')).rejects.toMatchObject({
    name: 'MediaError',
    file,
    message: expect.stringContaining('zip') as string,
  });
  await expect(media.derive(path.dirname(file), 'lead')).rejects.toMatchObject({
    name: 'MediaError',
  });
  await expect(media.derive(`${file}x`, 'lead')).rejects.toThrow('ENOENT');
});

test('a picture whose pixels are broken is refused, not half made', async () => {
  const broken = Buffer.from(await samplePicture());
  const { file, cacheFolder, media } = await setUp(
    broken.fill(0xff, broken.length >> 1, (broken.length >> 1) + 500),
  );
  await expect(media.derive(file, 'feed')).rejects.toMatchObject({ name: 'MediaError' });
  await expect(readdir(path.join(cacheFolder, 'index'))).rejects.toThrow('ENOENT');
});

test('the hash of a source is remembered once its time stamps can be trusted', async () => {
  const { file, cacheFolder, media } = await setUp();
  const sources = path.join(cacheFolder, 'sources');
  await media.derive(file, 'feed');
  await expect(readdir(sources)).rejects.toThrow('ENOENT');
  settleFiles();
  await media.derive(file, 'feed');
  expect(await readdir(sources)).toHaveLength(1);
});

test('a remembered hash that is wrong makes nothing under a wrong key, and is forgotten', async () => {
  const { file, cacheFolder, media } = await setUp();
  settleFiles();
  const picture = await media.derive(file, 'feed');
  const [key] = await readdir(path.join(cacheFolder, 'sources'));
  await new CacheFolder(cacheFolder).writeOwn(`sources/${key ?? ''}`, 'f'.repeat(64));
  const again = openMedia({ cacheFolder });
  await expect(again.derive(file, 'feed')).rejects.toThrow('changed');
  expect(await again.derive(file, 'feed')).toEqual(picture);
});

test('a name that leads out of the folder neither reads nor removes', async () => {
  const { folder, file, cacheFolder, media } = await setUp();
  await media.derive(file, 'feed');
  await writeFile(path.join(folder, 'victim.jpg'), 'x');
  expect(await media.load('../../victim.jpg')).toBeUndefined();
  expect(await readdir(folder)).toContain('victim.jpg');
  expect(await readdir(path.join(cacheFolder, 'files'))).toHaveLength(1);
});
