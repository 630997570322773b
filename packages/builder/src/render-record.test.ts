import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRecord, parseRecord, serialiseRecord, type Made } from './render-record.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 8 });

test('a record is read as it was written', () => {
  const answers = fc.dictionary(text, fc.constantFrom('one', 'two'), { maxKeys: 6 });
  const names = fc.array(text, { maxLength: 3 });
  const filters = fc.record({ section: names, author: names, year: names });
  const tier = fc.record({ key: text, documents: fc.nat(), since: text, hash: text, filters });
  const tiers = fc.option(fc.array(tier, { maxLength: 3 }), { nil: undefined });
  const makes = fc.array(fc.tuple(text, names, names, fc.array(fc.nat(5)), tiers), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(answers, makes, (answered, made) => {
      const entries = Object.entries(answered);
      const record = buildRecord(
        new Map(
          made.map(([key, files, pictures, asked, tiers]): [string, Made] => {
            const reads = new Map(asked.flatMap((place) => entries.slice(place, place + 1)));
            return [key, { files, pictures, reads, ...(tiers && { tiers }) }];
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
  '{"answers":[],"made":[["key",[],[],[],[{"key":"recent","filters":{}}]]]}',
  '{"answers":[],"made":[["key",[],[],[],5]]}',
])('what is no record is none: %s', (written) => {
  expect(parseRecord(written)).toBeUndefined();
});
