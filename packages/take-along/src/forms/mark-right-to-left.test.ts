import { expect, test } from 'vitest';
import { markRightToLeft } from './mark-right-to-left.ts';

test('lines from right to left keep their full stop at their end; an address is copied as it is shown', () => {
  expect(markRightToLeft('نص عادي.\n\nhttps://a.example/\n')).toBe(
    '\u200Fنص عادي.\u200F\n\nhttps://a.example/\n',
  );
});
