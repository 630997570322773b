import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecording } from './parse-recording.ts';

const load = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../testing/fixtures', name));
const metadataOf = (bytes: Buffer, extension: string): string[] =>
  parseRecording(bytes, extension).metadata;

function box(type: string, content: Buffer | string): Buffer {
  const head = Buffer.alloc(8);
  const bytes = Buffer.from(content as string, 'latin1');
  head.writeUInt32BE(bytes.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, bytes]);
}

/** Puts a box into the top-level box `moov`, which stands before the data, whose places move. */
function intoMoov(bytes: Buffer, piece: Buffer): Buffer {
  for (let stco = bytes.indexOf('stco'); stco !== -1; stco = bytes.indexOf('stco', stco + 1))
    for (let index = 0; index < bytes.readUInt32BE(stco + 8); index += 1) {
      const place = stco + 12 + index * 4;
      bytes.writeUInt32BE(bytes.readUInt32BE(place) + piece.length, place);
    }
  const at = bytes.indexOf('moov', 0, 'latin1');
  const end = at - 4 + bytes.readUInt32BE(at - 4);
  bytes.writeUInt32BE(bytes.readUInt32BE(at - 4) + piece.length, at - 4);
  return Buffer.concat([bytes.subarray(0, end), piece, bytes.subarray(end)]);
}

describe('files as ffmpeg strips them', () => {
  test.each([
    ['mp3', 'audio', 0, 0],
    ['m4a', 'audio', 0, 0],
    ['opus', 'audio', 0, 0],
    ['ogg', 'audio', 0, 0],
    ['mp4', 'video', 96, 64],
    ['webm', 'video', 96, 64],
  ])('clean.%s may be published', (extension, kind, width, height) => {
    const facts = parseRecording(load(`clean.${extension}`), extension);
    expect(facts).toMatchObject({ kind, width, height, sound: true, metadata: [] });
    expect(facts.refused).toBeUndefined();
  });

  test.each([
    ['mp3', ['ID3 tag', 'name of the recording program']],
    ['m4a', ['box “©nam”', 'box “©too”']],
    ['opus', ['comments', 'name of the recording program']],
    ['ogg', ['comments', 'name of the recording program']],
    [
      'mp4',
      [
        'GPS position',
        'box “loci”',
        'box “©nam”',
        'box “©too”',
        'data of a program (SEI)',
        'name of the recording program',
        'time of recording',
      ],
    ],
    ['webm', ['name of the recording program', 'tags', 'time of recording', 'title']],
  ])('dirty.%s is told', (extension, words) => {
    expect(metadataOf(load(`dirty.${extension}`), extension)).toEqual(words);
  });
});

describe('MP3', () => {
  const clean = (): Buffer => load('clean.mp3');
  test.each([
    ['ID3 tag', () => Buffer.concat([clean(), Buffer.from('TAG'.padEnd(128, 'x'))])],
    ['APE tag', () => Buffer.concat([clean(), Buffer.from('APETAGEX'.padEnd(64, 'x'))])],
    ['lyrics tag', () => Buffer.concat([clean(), Buffer.from('LYRICSBEGIN word')])],
    ['unreadable data', () => Buffer.concat([clean(), Buffer.from('word')])],
    ['ID3 tag', () => Buffer.concat([clean(), Buffer.from('ID3 word'), clean()])],
  ])('%s around the frames', (word, build) => {
    expect(metadataOf(build(), 'mp3')).toEqual([word]);
  });
});

describe('MP4', () => {
  const clean = (): Buffer => load('clean.mp4');
  test.each([
    ['XMP', box('uuid', Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'))],
    ['box “uuid”', box('uuid', 'x'.repeat(16))],
    ['left-over data', box('free', 'my name')],
    ['box “moof”', box('moof', '')],
    ['unreadable data', Buffer.from('rest')],
    ['unreadable data', Buffer.from('\0\0\0\x04free', 'latin1')],
    ['unreadable data', Buffer.from('\0\0\x01\0free', 'latin1')],
  ])('%s after the end', (word, piece) => {
    expect(metadataOf(Buffer.concat([clean(), piece]), 'mp4')).toEqual([word]);
  });

  test.each([
    [['GPS position', 'box “loci”'], box('udta', box('loci', '\0\0\0\0'))],
    [['GPS position', 'box “meta”'], box('meta', 'com.apple.quicktime.location.ISO6709')],
    [['box “©mak”', 'device'], box('udta', box('\xa9mak', 'Maker'))],
    [['unreadable data'], box('udta', 'x')],
  ])('%j in moov', (words, piece) => {
    expect(metadataOf(intoMoov(clean(), piece), 'mp4')).toEqual(words);
  });

  test('a track of positions is no picture', () => {
    const bytes = clean();
    bytes.write('gpmd', bytes.indexOf('vide', 0, 'latin1'), 'latin1');
    expect(metadataOf(bytes, 'mp4')).toEqual(['track of the kind “gpmd”']);
  });

  test.each([
    ['VideoHandler', 12, 'Core Media V'],
    ['avc1', 42 + 4, 'X'],
  ])('a program names itself: %s', (mark, at, name) => {
    const bytes = clean();
    bytes.write(name, bytes.lastIndexOf(mark) + (mark === 'VideoHandler' ? 0 : at), 'latin1');
    expect(metadataOf(bytes, 'mp4')).toEqual(['name of the recording program']);
  });

  test('a reference to another file', () => {
    const bytes = clean();
    const at = bytes.indexOf('url ', 0, 'latin1');
    // The box takes the first bytes of what follows into itself.
    bytes.writeUInt32BE(bytes.readUInt32BE(at - 4) + 4, at - 4);
    expect(metadataOf(bytes, 'mp4')).toContain('unreadable data');
  });

  test.each(['tkhd', 'mdhd', 'mvhd'])('a time in %s', (type) => {
    const bytes = clean();
    bytes[bytes.indexOf(type, 0, 'latin1') + 4 + 4 + 3] = 1;
    expect(metadataOf(bytes, 'mp4')).toEqual(['time of recording']);
  });

  test('a picture that the player turns has its sides exchanged', () => {
    const bytes = clean();
    const end = bytes.lastIndexOf('tkhd') - 4 + 92;
    const video = [bytes.indexOf('tkhd'), bytes.lastIndexOf('tkhd')]
      .map((at) => at - 4 + 92)
      .find((at) => bytes.readUInt32BE(at - 8) > 0);
    const at = video ?? end;
    bytes.writeInt32BE(0, at - 44);
    bytes.writeInt32BE(0x10000, at - 40);
    expect(parseRecording(bytes, 'mp4')).toMatchObject({ width: 64, height: 96 });
  });

  test('a coding that phones do not play', () => {
    const bytes = clean();
    bytes.write('hvc1', bytes.lastIndexOf('avc1'), 'latin1');
    expect(parseRecording(bytes, 'mp4').refused?.en).toMatchInlineSnapshot(
      `"It is coded as “hvc1”, which many phones and browsers cannot play: encode the picture as H.264 and the sound as AAC."`,
    );
  });

  test.each([
    ['stts', 'the samples last longer than the edit shows', 16, 0xa000],
    ['elst', 'the edit shows the last part alone', 12, 0],
  ])('a cut that left in the file what was cut off: %s', (type, _, at, value) => {
    const bytes = clean();
    bytes.writeUInt32BE(value, bytes.lastIndexOf(type) + at);
    // An edit without a length shows all that stands behind its beginning.
    if (type === 'elst') {
      bytes.writeUInt32BE(0xa000, bytes.lastIndexOf('stts') + 16);
      bytes.writeUInt32BE(0x800 * 45, bytes.lastIndexOf('elst') + 16);
    }
    expect(parseRecording(bytes, 'mp4').refused?.en).toContain(
      'was cut without being encoded anew',
    );
  });

  test('a video of more pixels than phones have', () => {
    const bytes = clean();
    for (const from of [bytes.indexOf('tkhd'), bytes.lastIndexOf('tkhd')])
      if (bytes.readUInt32BE(from + 80) > 0) bytes.writeUInt32BE(3840 << 16, from + 80);
    expect(parseRecording(bytes, 'mp4').refused?.en).toMatchInlineSnapshot(
      `"The picture has 3840 × 64 pixels; at most 1920 a side are taken. Export it smaller."`,
    );
  });
});

describe('Ogg', () => {
  test('a second stream, a comment, what follows the comments', () => {
    const clean = load('clean.opus');
    expect(metadataOf(Buffer.concat([clean, clean]), 'opus')).toEqual(['a second stream']);
    const counted = load('clean.opus');
    counted[counted.indexOf('OpusTags') + 18] = 1;
    expect(metadataOf(counted, 'opus')).toEqual(['comments']);
    const named = load('clean.opus');
    named[named.indexOf('ffmpeg')] = 0xe9;
    expect(metadataOf(named, 'opus')).toEqual(['name of the recording program']);
    const cut = load('clean.opus').subarray(0, -1);
    expect(metadataOf(cut, 'opus')).toEqual(['unreadable data']);
  });

  test('another coding', () => {
    const bytes = load('clean.opus');
    bytes.write('Speex   ', bytes.indexOf('OpusHead'), 'latin1');
    expect(parseRecording(bytes, 'opus').refused?.en).toBe(
      'Of Ogg files only Opus and Vorbis are taken.',
    );
  });
});

describe('WebM', () => {
  test.each([
    ['Lavf', 'Lavg', 'name of the recording program'],
    ['DURATION', 'LOCATION', 'tags'],
    ['\x1c\x53\xbb\x6b', '\x19\x41\xa4\x69', 'attached files'],
    ['\x1c\x53\xbb\x6b', '\x10\x43\xa7\x70', 'chapters'],
    ['\x1c\x53\xbb\x6b', '\x1c\x53\xbb\x6c', 'element 1C53BB6C'],
    ['\x22\xb5\x9c', '\x25\x86\x88', 'name of the recording program'],
    ['\x44\x89\x88', '\x44\x61\x88', 'time of recording'],
  ])('%j as %j: %s', (from, to, word) => {
    const bytes = load('clean.webm');
    // The last one: before it the ids stand in the list of places.
    bytes.write(to, bytes.lastIndexOf(Buffer.from(from, 'latin1')), 'latin1');
    expect(metadataOf(bytes, 'webm')).toContain(word);
  });

  test('what hides in the filling', () => {
    const bytes = load('clean.webm');
    bytes.write('name', 0x80, 'latin1');
    expect(metadataOf(bytes, 'webm')).toEqual(['left-over data']);
  });

  test('Matroska of another kind', () => {
    const bytes = load('clean.webm');
    bytes.write('webx', bytes.indexOf('webm'), 'latin1');
    expect(parseRecording(bytes, 'webm').refused?.en).toMatchInlineSnapshot(
      `"It is a Matroska file of another kind than WebM: save it as MP4 or WebM."`,
    );
  });
});

describe('what is refused', () => {
  test.each([
    ['clean.mp4', 'm4a'],
    ['clean.m4a', 'mp4'],
    ['clean.mp3', 'ogg'],
    ['clean.webm', 'mp4'],
  ])('%s by the name of .%s', (name, extension) => {
    expect(parseRecording(load(name), extension).refused?.en).toContain('rename it');
  });

  test('what is no recording, and what is too large', () => {
    expect(parseRecording(Buffer.from('text'), 'mp3').refused?.en).toMatchInlineSnapshot(
      `"The file is not MP3, M4A, Ogg or Opus for audio, MP4 or WebM for video."`,
    );
    const long = Buffer.concat([load('clean.mp3'), Buffer.alloc(20_000_000)]);
    expect(parseRecording(long, 'mp3').refused?.en).toMatchInlineSnapshot(
      `"The file has 20.0 MB; at most 20 MB are taken. Readers load it over slow connections: lower the bit rate, or cut it into parts."`,
    );
  });
});

const SAMPLES = ['mp3', 'm4a', 'opus', 'ogg', 'mp4', 'webm'].map((extension) => ({
  extension,
  bytes: load(`clean.${extension}`),
}));

test('any bytes, and files cut or changed anywhere, come to an end', () => {
  const heads = ['ID3', '\xff\xfb\x40\xc0', '\0\0\0\x08ftypisom', 'OggS\0\x02', '\x1a\x45\xdf\xa3'];
  const random = fc
    .tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }))
    .map(([head, rest]) => ({
      extension: 'mp4',
      bytes: Buffer.concat([Buffer.from(head, 'latin1'), rest]),
    }));
  const damaged = fc
    .tuple(
      fc.constantFrom(...SAMPLES),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
    )
    .map(([{ extension, bytes }, cut, changes]) => {
      const copy = Buffer.from(bytes.subarray(0, bytes.length - (cut % bytes.length)));
      for (const [at, value] of changes) copy[at % Math.min(copy.length, 1500)] = value;
      return { extension, bytes: copy };
    });
  fc.assert(
    fc.property(fc.oneof(random, damaged), ({ extension, bytes }) => {
      const { metadata } = parseRecording(bytes, extension);
      expect(metadata).toEqual([...new Set(metadata)].sort());
    }),
    { numRuns: 3000 },
  );
});
