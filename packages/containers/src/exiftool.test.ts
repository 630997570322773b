import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspectContainer, stripContainer } from './fold.ts';

/** A tag of every family and group that ExifTool writes, by the formats into which it does. */
const TAGS: readonly (readonly [formats: string, ...tags: readonly string[]])[] = [
  [
    'jpg png webp avif',
    ...['IFD0:Artist', 'ExifIFD:UserComment', 'ExifIFD:LensSerialNumber', 'GPS:GPSAreaInformation'],
    ...['XMP-dc:Creator', 'XMP-xmp:CreatorTool', 'XMP-photoshop:City', 'XMP-exif:UserComment'],
    ...['XMP-tiff:Artist', 'XMP-iptcExt:Event', 'XMP-iptcCore:Location', 'XMP-xmpMM:DocumentID'],
    ...[
      'XMP-aux:OwnerName',
      'XMP-exifEX:LensModel',
      'XMP-cc:AttributionName',
      'XMP-plus:ImageSupplierName',
    ],
    ...[
      'XMP-crs:RawFileName',
      'XMP-lr:HierarchicalSubject',
      'XMP-digiKam:TagsList',
      'XMP-acdsee:Author',
    ],
    ...[
      'XMP-mediapro:People',
      'XMP-microsoft:LensModel',
      'XMP-xmpRights:Owner',
      'XMP-xmpDM:Artist',
    ],
    ...[
      'XMP-pdf:Author',
      'XMP-prism:Person',
      'XMP-MP:RegionPersonDisplayName',
      'XMP-mwg-rs:RegionName',
    ],
    ...[
      'XMP-getty:Personality',
      'XMP-album:Notes',
      'XMP-dwc:EventHabitat',
      'XMP-expressionmedia:People',
    ],
  ],
  [
    'jpg',
    ...[
      'IFD1:Artist',
      'InteropIFD:InteropIndex',
      'IPTC:By-line',
      'Photoshop:CopyrightFlag',
      'Photoshop:URL',
    ],
    ...[
      'File:Comment',
      'Ducky:Comment',
      'CanonVRD:CustomPictureStyle',
      'PhotoMechanic:Tagged',
      'XMP-GImage:Mime',
    ],
  ],
  ['png', ...['PNG:Author', 'PNG:Comment', 'PNG:ModifyDate', 'PNG:Software', 'IPTC:By-line']],
  ['gif', ...['File:Comment', 'XMP-dc:Creator', 'XMP-photoshop:City']],
  [
    'mp4 m4a',
    ...['QuickTime:CreateDate', 'QuickTime:MediaCreateDate', 'QuickTime:TrackCreateDate'],
    ...['ItemList:Artist', 'ItemList:Comment', 'Keys:Author', 'Keys:GPSCoordinates', 'Keys:Make'],
    ...[
      'UserData:Author',
      'UserData:GPSCoordinates',
      'UserData:LocationInformation',
      'Microsoft:SharedUserRating',
    ],
    ...['XMP-dc:Creator', 'XMP-exif:GPSLatitude', 'XMP-xmpDM:Artist'],
  ],
];
const SECRET = 'Anna';
const VALUES: Readonly<Record<string, string>> = {
  'QuickTime:CreateDate': '2026:11:22 10:00:00',
  'QuickTime:MediaCreateDate': '2026:11:22 10:00:00',
  'QuickTime:TrackCreateDate': '2026:11:22 10:00:00',
  'PNG:ModifyDate': '2026:11:22 10:00:00',
  'Keys:GPSCoordinates': '55.75, 37.61, 150',
  'UserData:GPSCoordinates': '55.75, 37.61, 150',
  'XMP-exif:GPSLatitude': '55.75',
  'Photoshop:CopyrightFlag': 'True',
  'PhotoMechanic:Tagged': 'Yes',
  'InteropIFD:InteropIndex': 'R98',
  'Microsoft:SharedUserRating': '5',
};
/** Groups in which ExifTool tells how a file is made: none of them holds a word of a person. */
const FORMAT =
  /^(?:SourceFile|ExifTool:|System:|Composite:|JFIF:|PNG:(?:ImageWidth|ImageHeight|BitDepth|ColorType|Compression|Filter|Interlace)|PNG-pHYs:|RIFF:|VP8:|File:(?!Comment)|GIF:|ICC-header:|ICC_Profile:)/;

let folder: string;
const exiftool = (args: readonly string[]): string =>
  execFileSync('exiftool', ['-config', '', '-@', '-'], {
    cwd: folder,
    input: args.join('\n'),
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    stdio: ['pipe', 'pipe', 'ignore'],
  });

const groupsOf = (names: readonly string[]): Record<string, unknown>[] =>
  JSON.parse(exiftool(['-json', '-G1', '-a', '-u', '-ee', ...names])) as Record<string, unknown>[];

/** What ExifTool finds of the secret, or of a time and a place, as `Group:Tag`. */
const secretsIn = (found: Record<string, unknown>): string[] =>
  Object.entries(found)
    .filter(
      ([name, value]) =>
        !FORMAT.test(name) &&
        /Anna|2026:11|^55|Copyright.*True/.test(`${name} ${JSON.stringify(value)}`),
    )
    .map(([name]) => name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'exiftool-'));
  const picture = sharp({ create: { width: 16, height: 12, channels: 3, background: '#4a6' } });
  for (const format of ['jpeg', 'png', 'webp', 'gif', 'avif'] as const)
    writeFileSync(
      join(folder, `plain.${format.replace('jpeg', 'jpg')}`),
      await picture.toFormat(format).toBuffer(),
    );
  for (const format of ['mp4', 'm4a'])
    copyFileSync(
      join(import.meta.dirname, `../../recordings/testing/fixtures/clean.${format}`),
      join(folder, `plain.${format}`),
    );
  const writes = TAGS.flatMap(([formats, ...tags]) =>
    formats
      .split(' ')
      .flatMap((format) =>
        tags.flatMap((tag) => [
          ...['-m', '-q', '-q', '-o', `${tag.replace(':', '.')}.${format}`],
          ...[`-${tag}=${VALUES[tag] ?? SECRET}`, `plain.${format}`, '-execute'],
        ]),
      ),
  );
  try {
    exiftool(writes);
  } catch {
    // Of some pairs of tag and format ExifTool says that it cannot write them; the test counts the others.
  }
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const written = (): string[] =>
  readdirSync(folder)
    .filter((name) => !/^(?:plain|clean)\./.test(name))
    // Where it wrote nothing ExifTool left a copy.
    .filter((name) => !readFileSync(join(folder, name)).equals(plainOf(name)));

const plainOf = (name: string): Buffer => readFileSync(join(folder, `plain${extname(name)}`));

test('whatever ExifTool writes is told and taken out, and pictures stay as they are', async () => {
  const names = written();
  expect(names.length).toBeGreaterThan(120);
  const silent: string[] = [];
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    if (inspectContainer(bytes)?.metadata.length === 0) silent.push(name);
    const clean = stripContainer(bytes);
    if (clean === undefined) silent.push(`${name} stays`);
    else writeFileSync(join(folder, `clean.${name}`), clean);
    if (clean === undefined || /^\.m/.test(extname(name))) continue;
    const [one, other] = await Promise.all(
      [bytes, clean].map((file) => sharp(file).raw().toBuffer()),
    );
    if (!other || !one?.equals(other)) silent.push(`${name} looks otherwise`);
  }
  expect(silent).toEqual([]);
  const before = groupsOf(names).flatMap(secretsIn);
  expect(before.length).toBeGreaterThan(100);
  const after = groupsOf(names.map((name) => `clean.${name}`));
  expect(after).toHaveLength(names.length);
  expect(
    after.flatMap((found) =>
      secretsIn(found).map((tag) => `${String(found['SourceFile'])} ${tag}`),
    ),
  ).toEqual([]);
  const others = after
    .flatMap((found) => Object.keys(found))
    .filter((name) =>
      /^(?:IFD|ExifIFD|GPS|XMP|IPTC|Photoshop|Keys|UserData|Microsoft|Ducky|CanonVRD|PhotoMechanic|Interop)/.test(
        name,
      ),
    );
  expect(others).toEqual([]);
}, 120_000);
