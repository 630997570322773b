import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRecord, parseRecord, serialiseRecord, type Made } from './render-record.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 8 });

test('a record is read as it was written', () => {
  const answers = fc.dictionary(text, fc.constantFrom('one', 'two'), { maxKeys: 6 });
  const names = fc.array(text, { maxLength: 3 });
  const makes = fc.array(fc.tuple(text, names, names, fc.array(fc.nat(5))), { maxLength: 6 });
  fc.assert(
    fc.property(answers, makes, (answered, made) => {
      const entries = Object.entries(answered);
      const record = buildRecord(
        new Map(
          made.map(([key, files, pictures, asked]): [string, Made] => {
            const reads = new Map(asked.flatMap((place) => entries.slice(place, place + 1)));
            return [key, { files, pictures, reads }];
          }),
        ),
      );
      expect(parseRecord(serialiseRecord(record))).toEqual(record);
    }),
  );
});

test.each([
  '',
  'null',
  '[]',
  '{"answers":[]}',
  '{"answers":1,"made":[]}',
  '{"answers":[],"made":[["key",[],[],[0]]]}',
  '{"answers":[],"made":[["key",null,[],[]]]}',
  '{"answers":[["a","b"]],"made":[["key",["x"],[],[0]]',
])('what is no record is none: %s', (written) => {
  expect(parseRecord(written)).toBeUndefined();
});
