import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readConfiguration, walkUnits } from './h264.ts';
import { escape, readMessages, unescape, writeMessages } from './nal.ts';

const unit = (kind: number, payload: Buffer): Buffer => {
  const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from([kind]), payload]);
  bytes.writeUInt32BE(bytes.length - 4);
  return bytes;
};
const message = (kind: number, payload: Buffer): Buffer => {
  const size = [...Array<number>(Math.floor(payload.length / 255)).fill(255), payload.length % 255];
  return Buffer.concat([Buffer.from([kind, ...size]), payload]);
};
const messages = (...all: readonly Buffer[]): Buffer =>
  unit(6, escape(Buffer.concat([...all, Buffer.from([0x80])])));
const PICTURE = unit(0x65, Buffer.from('coded picture, Anna'));

function clean(sample: Buffer): Buffer {
  const bytes = Buffer.from(sample);
  for (const { start, end, becomes, stuck } of walkUnits(
    sample,
    { start: 0, end: sample.length },
    4,
  )) {
    expect(stuck).toBeUndefined();
    expect(becomes?.length).toBe(end - start);
    becomes?.copy(bytes, start);
  }
  return bytes;
}

test.each([
  ['a message of a camera', messages(message(5, Buffer.from('Anna'.repeat(100))))],
  ['a message of a broadcaster', messages(message(4, Buffer.from('Anna')))],
  ['a time', messages(message(1, Buffer.from('Anna')))],
  [
    'a message behind one that is needed',
    messages(message(6, Buffer.from([0x84])), message(5, Buffer.from('Anna'))),
  ],
  [
    'a message of a known kind that is too long',
    messages(message(144, Buffer.from('Anna of the river'))),
  ],
  ['words in the filling', messages(message(3, Buffer.from('Anna')))],
  ['words behind the messages', unit(6, Buffer.from('Anna'))],
  ['filling with words', unit(12, Buffer.from('Anna\x80', 'latin1'))],
  ['a unit of no kind', unit(24, Buffer.from('Anna'))],
  ['a unit of a drone', unit(31, Buffer.from('Anna'))],
  ['a mark with words', unit(9, Buffer.from('Anna'))],
  ['parameters with a book behind them', unit(7, Buffer.from('Anna'.repeat(300)))],
])('%s becomes filling, and pictures stay', (_what, told) => {
  const sample = Buffer.concat([PICTURE, told, PICTURE]);
  const bytes = clean(sample);
  expect(bytes.subarray(PICTURE.length, -PICTURE.length).toString('latin1')).not.toContain('Anna');
  expect(bytes.subarray(0, PICTURE.length).equals(PICTURE)).toBe(true);
  expect(bytes.subarray(-PICTURE.length).equals(PICTURE)).toBe(true);
  expect(clean(bytes).equals(bytes)).toBe(true);
});

test('what is needed stays beside what goes', () => {
  const light = message(144, Buffer.from([0, 0, 0, 7]));
  const bytes = clean(messages(light, message(5, Buffer.alloc(700, 'Anna'))));
  const [first, ...rest] = readMessages(bytes.subarray(5)) ?? [];
  expect(first?.bytes.equals(light)).toBe(true);
  expect(rest.map(({ kind }) => kind)).toEqual([3, 3, 3]);
});

test('a sample of needed units tells nothing', () => {
  const sample = Buffer.concat([
    unit(9, Buffer.from([0xf0])),
    messages(message(6, Buffer.from([0x84]))),
    PICTURE,
  ]);
  expect([...walkUnits(sample, { start: 0, end: sample.length }, 4)]).toEqual([]);
});

test('a unit that is longer than its sample stops the walk', () => {
  const parts = [...walkUnits(PICTURE.subarray(0, -1), { start: 0, end: PICTURE.length - 1 }, 4)];
  expect(parts).toMatchObject([{ stuck: true }]);
});

const bytes = fc
  .oneof(fc.uint8Array({ maxLength: 900 }), fc.array(fc.nat(4), { maxLength: 60 }))
  .map((all) => Buffer.from(all));

test('what is escaped is read again', () => {
  fc.assert(
    fc.property(bytes, (payload) => {
      const escaped = escape(payload);
      expect(unescape(escaped).equals(payload)).toBe(true);
      expect(escaped.toString('latin1')).not.toMatch(/\0\0[\0\x01\x02]/);
    }),
  );
});

test('filling has every length, and messages that fit stay in it', () => {
  fc.assert(
    fc.property(bytes, fc.integer({ min: 3, max: 1200 }), (payload, length) => {
      const needed = message(144, payload);
      const unitOf = (kept: Buffer[]) =>
        writeMessages(
          kept.map((one) => ({ kind: 144, payload, bytes: one })),
          length,
        );
      for (const written of [unitOf([]), unitOf([needed])]) {
        expect(written.length).toBe(length);
        expect(readMessages(written)).toBeDefined();
      }
    }),
  );
});

test('where the parameters of a track end', () => {
  const body = Buffer.from('0142c01effe100046742c01e01000268ce', 'hex');
  expect(readConfiguration(body)).toEqual({
    lengthBytes: 4,
    end: body.length,
    sets: [body.subarray(8, 12)],
  });
  expect(readConfiguration(Buffer.concat([body, Buffer.from('Anna')])).end).toBe(body.length);
  expect(() => readConfiguration(body.subarray(0, -1))).toThrow(RangeError);
});
