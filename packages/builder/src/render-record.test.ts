import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildRecord,
  parseRecord,
  serialiseRecord,
  type Kept,
  type Made,
} from './render-record.ts';

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
        { articles: 'digest' },
      );
      expect(parseRecord(serialiseRecord(record))).toEqual(record);
    }),
  );
});

test('what stands is taken over into the next record, and what nobody asks any more is not', () => {
  const made = (...questions: string[]): Made => ({
    files: [],
    pictures: [],
    reads: new Map(questions.map((question) => [question, `of ${question}`])),
  });
  const first = buildRecord(
    new Map([
      ['gone', made('a', 'b')],
      ['stands', made('c', 'b')],
    ]),
    {},
  );
  const stands = first.made.get('stands');
  if (!stands) throw new Error('nothing stands');
  const next = buildRecord(
    new Map<string, Made | Kept>([
      ['stands', stands],
      ['new', made('d', 'b')],
    ]),
    {},
    first,
  );
  expect(next.questions).toEqual(['c', 'b', 'd']);
  expect(next.answers).toEqual(['of c', 'of b', 'of d']);
  expect([...next.made.values()].map(({ asked }) => asked)).toEqual([
    [0, 1],
    [2, 1],
  ]);
});

test.each([
  '',
  'null',
  '[]',
  '{"questions":[],"answers":[]}',
  '{"questions":1,"answers":1,"made":[]}',
  '{"questions":"a","answers":"b","made":[]}',
  '{"questions":["a"],"answers":[],"made":[]}',
  '{"questions":[],"answers":[],"made":[["key",[],[],[0]]]}',
  '{"questions":["a"],"answers":["b"],"made":[["key",[],[],[-1]]]}',
  '{"questions":["a"],"answers":["b"],"made":[["key",[],[],[0.5]]]}',
  '{"questions":[],"answers":[],"made":[["key",null,[],[]]]}',
  '{"questions":[],"answers":[],"made":[["key",[],[],"0"]]}',
  '{"questions":["a"],"answers":["b"],"made":[["key",["x"],[],[0]]',
  '{"questions":[],"answers":[],"made":[["key",[],[],[],[{"key":"recent","filters":{}}]]]}',
  '{"questions":[],"answers":[],"made":[["key",[],[],[],5]]}',
])('what is no record is none: %s', (written) => {
  expect(parseRecord(written)).toBeUndefined();
});
