import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SlugSchema } from '../schema/primitives.ts';
import { nearest } from './nearest.ts';
import { slugExample } from './slug-example.ts';

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
    'shchuka-yozh-i-obyavlenie-chey-podezd',
  );
  expect(slugExample('Їжак і ґава')).toBe('yizhak-i-gava');
  expect(slugExample('Ægir’s café in Łódź')).toMatchInlineSnapshot(`"girs-cafe-in-odz"`);
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
