import sharp from 'sharp';
import { expect, test } from 'vitest';
import { inspectContainer, stripContainer } from '../fold.ts';

const SECRET = Buffer.from('Anna\xff\0', 'latin1');

/** A sequential picture of noise, which has no two blocks alike, or of one colour. */
function draw(side: number, chromaSubsampling: string, isNoise: boolean): Promise<Buffer> {
  const raw = Buffer.alloc(side * side * 3, 120);
  if (isNoise) for (const at of raw.keys()) raw[at] = (at * at) >> 3;
  const picture = sharp(raw, { raw: { width: side, height: side, channels: 3 } });
  return picture.jpeg({ quality: 92, chromaSubsampling }).toBuffer();
}

const behindScan = (picture: Buffer, tail: Buffer): Buffer =>
  Buffer.concat([picture.subarray(0, -2), tail, picture.subarray(-2)]);

test.each(
  [1, 8, 9, 31, 63, 64, 200].flatMap((side) =>
    ['4:2:0', '4:4:4'].flatMap((colours) =>
      [true, false].map((isNoise) => [side, colours, isNoise] as const),
    ),
  ),
)(
  'what stands behind the last block of %i px in %s (noise: %s) is found to the byte',
  async (...given) => {
    const picture = await draw(...given);
    expect(inspectContainer(picture)?.metadata).toEqual([]);
    const told = behindScan(picture, SECRET);
    expect(inspectContainer(told)?.metadata).toEqual(['left-over data']);
    expect(stripContainer(told)?.equals(picture)).toBe(true);
    expect(inspectContainer(behindScan(picture, Buffer.alloc(9)))?.metadata).toEqual([]);
  },
);

test('what stands before a restart is found, and so are restarts behind the last block', async () => {
  const one = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#777' } })
    .toColourspace('b-w')
    .jpeg()
    .toBuffer();
  const head = one.indexOf(Buffer.from('ffda', 'hex'));
  const scan = one.subarray(head + 2 + one.readUInt16BE(head + 2), -2);
  const wide = Buffer.from(one.subarray(0, one.length - 2 - scan.length));
  wide.writeUInt16BE(16, wide.indexOf(Buffer.from('ffc0', 'hex')) + 7);
  const restart = Buffer.from('ffd0', 'hex');
  const made = (...pieces: readonly Buffer[]): Buffer =>
    Buffer.concat([
      wide.subarray(0, head),
      Buffer.from('ffdd00040001', 'hex'),
      wide.subarray(head),
      ...pieces,
      Buffer.from('ffd9', 'hex'),
    ]);
  const clean = made(scan, restart, scan);
  expect(inspectContainer(clean)?.metadata).toEqual([]);
  for (const told of [
    made(scan, SECRET, restart, scan),
    made(scan, restart, scan, SECRET),
    made(scan, restart, scan, Buffer.from('ffd1', 'hex'), SECRET),
  ]) {
    expect(inspectContainer(told)?.metadata).toEqual(['left-over data']);
    expect(stripContainer(told)?.equals(clean)).toBe(true);
  }
});

test.each([
  ['density', 0xe0, 'JFIF\0\x01\x01\x01AnnA\0\0'],
  ['version', 0xe0, 'JFIF\0\x09\x09\0\0\x01\0\x01\0\0'],
  ['marks of Adobe’s', 0xee, 'AdobeAnna\0\0\x01'],
])('%s that no program writes is written anew', async (_what, marker, data) => {
  const picture = await draw(16, '4:2:0', true);
  const at = picture.indexOf(Buffer.from('ffdb', 'hex'));
  const segment = Buffer.from(
    `\xff${String.fromCharCode(marker)}\0${String.fromCharCode(data.length + 2)}${data}`,
    'latin1',
  );
  const told = Buffer.concat([picture.subarray(0, 2), segment, picture.subarray(at)]);
  expect(inspectContainer(told)?.metadata).toEqual(['left-over data']);
  const clean = stripContainer(told) ?? Buffer.alloc(0);
  expect(clean).toHaveLength(told.length);
  expect(clean.toString('latin1')).not.toMatch(/Ann/);
  expect(inspectContainer(clean)?.metadata).toEqual([]);
});
