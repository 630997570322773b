import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SlugSchema } from '../schema/primitives.ts';
import { ARTICLE_FIELDS } from '../fields/article-fields.ts';
import { notesOf } from './field-of.ts';
import { nearest } from './nearest.ts';
import { slugExample } from './slug-example.ts';
import { unknownFields } from './unknown-fields.ts';

test('the nearest word', () => {
  const words = ['politics', 'culture', 'economy'];
  expect(nearest('politcs', words)).toBe('politics');
  expect(nearest('cutlure', words)).toBe('culture');
  expect(nearest('Economy', words)).toBe('economy');
  expect(nearest('weather', words)).toBeUndefined();
  expect(nearest('', words)).toBeUndefined();
});

test('an address out of a title', () => {
  expect(slugExample('Щука, ёж и объявление — чей подъезд?')).toBe(
    'shchuka-ezh-i-obyavlenie-chei-podezd',
  );
  expect(slugExample('Їжак і ґава')).toBe('yizhak-i-gava');
  expect(slugExample('Ægir’s café in Łódź')).toMatchInlineSnapshot(`"aegirs-cafe-in-lodz"`);
  expect(slugExample('Đubrište', 'sr-Latn')).toBe('djubriste');
  expect(slugExample('北京')).toBe('harbour-keeps-its-lights-on');
});

test('an address out of any title is one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      expect(SlugSchema.safeParse(slugExample(title)).success).toBe(true);
      expect(slugExample(title).length).toBeLessThanOrEqual(60);
    }),
  );
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'a field of the name of something every object has: %s',
  (key) => {
    const [finding] = unknownFields([key], [], ARTICLE_FIELDS);
    expect(finding?.remedy).toMatch(/^(?:Did you mean|Remove the line)/);
    expect(typeof notesOf(ARTICLE_FIELDS, [key]).label).toBe('string');
  },
);
