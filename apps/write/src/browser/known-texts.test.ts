import { expect, test } from 'vitest';
import { KnownTexts, markOf } from './known-texts.ts';

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      kept.set(key, value);
    },
  };
}

test('a text replaces the file it was made of, and no other', () => {
  const texts = new KnownTexts(storage());
  texts.remember('changed', texts.baseOf('as read'));
  expect(texts.mayReplace('a.md', 'as read', 'changed')).toBe(true);
  expect(texts.mayReplace('a.md', 'as others left it', 'changed')).toBe(false);
});

test('what this page wrote may be written over by the same page, not by another', () => {
  const shared = storage();
  const texts = new KnownTexts(shared);
  const other = new KnownTexts(shared);
  for (const page of [texts, other]) page.remember('once', page.baseOf('as read'));
  texts.saved('a.md', 'once');
  texts.remember('twice', markOf('as read'));
  expect(texts.mayReplace('a.md', 'once', 'twice')).toBe(true);
  expect(texts.mayReplace('b.md', 'once', 'twice')).toBe(false);
  other.remember('late', markOf('as read'));
  expect(other.mayReplace('a.md', 'once', 'late')).toBe(false);
  // Opened anew, the written text is what the form knows.
  expect(other.baseOf('once')).toBe(markOf('once'));
});

test('a text that is taken up later is still a change of what was read then', () => {
  const shared = storage();
  new KnownTexts(shared).remember('unsaved', markOf('as read'));
  const later = new KnownTexts(shared);
  later.remember('unsaved and more', later.baseOf('unsaved'));
  expect(later.mayReplace('a.md', 'as read', 'unsaved and more')).toBe(true);
  expect(later.mayReplace('a.md', 'changed meanwhile', 'unsaved and more')).toBe(false);
});
