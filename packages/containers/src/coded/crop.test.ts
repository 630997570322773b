import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildBox, uint } from '../boxes.ts';
import { inspectContainer } from '../fold.ts';
import { croppedByAperture, croppedBySet } from './crop.ts';

/** Parameters as x264 and FFmpeg’s h264_metadata write them. */
test.each([
  [
    'half of the colours, nothing cropped',
    '67f4000c919b282833f1b808800000030080000019078a14cb',
    12,
  ],
  ['100 px at the left', '67f4000c919b28283381971b80880000030008000003019078a14cb0', 100],
  ['60 px below', '67f4000c919b282833f07b80880000030008000003019078a14cb0', 60],
  ['1080 lines in fields', '674d4028eca03c0227ef011000000300100000030321f162d960', 4],
  ['cut off', '67f4000c', 0],
])('%s', (_what, hex, pixels) => {
  expect(croppedBySet(Buffer.from(hex, 'hex'))).toBe(pixels);
});

const aperture = (...values: readonly number[]): Buffer =>
  Buffer.concat(values.map((value) => uint(value, 4)));

test('what a clean aperture hides', () => {
  expect(croppedByAperture(aperture(96, 1, 64, 1, 0, 1, 0, 1), 96, 64)).toBe(0);
  expect(croppedByAperture(aperture(120, 2, 64, 1, 0, 1, 0, 1), 96, 64)).toBe(36);
  expect(croppedByAperture(aperture(96, 1, 10, 1, 0, 1, 0, 1), 96, 64)).toBe(54);
  expect(croppedByAperture(Buffer.alloc(32), 96, 64)).toBe(0);
});

const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../../recordings/testing/fixtures', name));

/** The film with a box in the description of its pictures, all lengths and places told anew. */
function described(box: Buffer): Buffer {
  const film = fixture('clean.mp4');
  const at = film.indexOf('avcC') - 4;
  const holders = ['moov', 'mdia', 'minf', 'stbl', 'stsd', 'avc1'].map((name) =>
    film.lastIndexOf(name, at),
  );
  for (const place of [...holders, film.lastIndexOf('trak', at)])
    film.writeUInt32BE(film.readUInt32BE(place - 4) + box.length, place - 4);
  for (let stco = film.indexOf('stco'); stco !== -1; stco = film.indexOf('stco', stco + 1))
    for (let row = 0; row < film.readUInt32BE(stco + 8); row += 1) {
      const place = stco + 12 + 4 * row;
      film.writeUInt32BE(film.readUInt32BE(place) + box.length, place);
    }
  return Buffer.concat([film.subarray(0, at), box, film.subarray(at)]);
}

test('a film that hides what it was cropped by is refused', () => {
  const whole = described(buildBox('clap', aperture(96, 1, 64, 1, 0, 1, 0, 1)));
  expect(inspectContainer(whole)).toMatchObject({ metadata: [], complete: true });
  expect(inspectContainer(whole)?.refused).toBeUndefined();
  const hidden = described(buildBox('clap', aperture(40, 1, 64, 1, 0, 1, 0, 1)));
  expect(inspectContainer(hidden)?.refused?.en).toMatch(/cropped/);
});

test('so is a WebM film', () => {
  const film = fixture('clean.webm');
  const at = film.indexOf(Buffer.from('b08160ba8140', 'hex'));
  // In the place of the width and the next element’s head: 32 pixels cut off at the left.
  Buffer.from('54cc8120', 'hex').copy(film, at);
  Buffer.from('ec80', 'hex').copy(film, at + 4);
  expect(inspectContainer(film)?.refused?.en).toMatch(/cropped/);
});
