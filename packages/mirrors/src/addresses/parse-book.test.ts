import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AddressError } from './address-error.ts';
import type { AddressBook, GivenName } from './book.ts';
import { encodeBook, parseBook } from './parse-book.ts';

const OUTLET = 'a'.repeat(64);
const time = fc
  .date({ min: new Date(0), max: new Date('2999-01-01'), noInvalidDate: true })
  .map(Number);

const nameOf = fc
  .record({
    label: fc.stringMatching(/^[a-z]{2,40}$/),
    channel: fc.constantFrom('list', 'letter', 'card-2'),
    made: time,
    out: fc.option(time, { nil: undefined }),
    burned: fc.option(time, { nil: undefined }),
    why: fc.option(fc.constantFrom('blocked', 'by-hand'), { nil: undefined }),
  })
  .map(({ label, out, burned, why, ...rest }): GivenName => ({
    ...rest,
    label,
    base: `https://${label}.example.net/site/`,
    ...(out === undefined ? {} : { out }),
    ...(burned === undefined ? {} : { burned }),
    ...(why === undefined ? {} : { why }),
  }));

const bookOf = fc
  .uniqueArray(nameOf, { selector: ({ label }) => label, maxLength: 8 })
  .map((names): AddressBook => ({ outlet: OUTLET, names }));

test('a book that was written is read as it was', () => {
  fc.assert(
    fc.property(bookOf, (book) => {
      expect(parseBook(encodeBook(book), OUTLET)).toEqual(book);
    }),
  );
});

test('no text makes it fail in another way', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    bookOf.map(encodeBook).chain(cut),
  );
  fc.assert(
    fc.property(texts, (text) => {
      try {
        parseBook(text, OUTLET);
      } catch (error) {
        expect(error).toBeInstanceOf(AddressError);
        expect((error as AddressError).code).toMatch(/^book-(?:damaged|foreign)$/);
      }
    }),
  );
});

/** A text that ends too early. */
function cut(text: string) {
  return fc.integer({ min: 0, max: text.length }).map((length) => text.slice(0, length));
}

const NAME = {
  label: 'velora',
  base: 'https://velora.example.net/',
  channel: 'list',
  made: '2026-11-22T12:00:00.000Z',
};
const written = (change: object, top: object = {}): string =>
  JSON.stringify({ format: 1, outlet: OUTLET, names: [{ ...NAME, ...change }], ...top });

test.each([
  [{ label: 'other' }, {}, 'book-damaged', 'names[0].base'],
  [{ base: 'https://velora.example.net/?a' }, {}, 'book-damaged', 'names[0].base'],
  [{ base: 'https://a:b@velora.example.net/' }, {}, 'book-damaged', 'names[0].base'],
  [{ base: 'http://velora.example.net/' }, {}, 'book-damaged', 'names[0].base'],
  [{ channel: '../list' }, {}, 'book-damaged', 'names[0].channel'],
  [{ made: '2026-11-22' }, {}, 'book-damaged', 'names[0].made'],
  [{ burned: 1 }, {}, 'book-damaged', 'names[0].burned'],
  [{ why: 'x'.repeat(201) }, {}, 'book-damaged', 'names[0].why'],
  [{}, { names: [NAME, NAME] }, 'book-damaged', 'a name twice'],
  [{}, { format: 2 }, 'book-damaged', 'format'],
  [{}, { outlet: 'b'.repeat(64) }, 'book-foreign', ''],
])('%j %j is refused', (change, top, code, detail) => {
  expect(parseBook(written({}), OUTLET).names).toHaveLength(1);
  expect(() => parseBook(written(change, top), OUTLET)).toThrow(
    expect.objectContaining({ code, detail }) as Error,
  );
});
