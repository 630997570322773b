import { expect, test } from 'vitest';
import { insertBlock, prefixLines, wrap } from './prose-edit.ts';

const at = (marked: string) => {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return { text: marked.replace('[', '').replace(']', ''), start, end };
};
const show = ({ text, start, end }: { text: string; start: number; end: number }) =>
  `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;

test('marks go around what is selected, or around a placeholder', () => {
  expect(show(wrap(at('one [two] three'), '**', '**', 'text'))).toBe('one **[two]** three');
  expect(show(wrap(at('one [] three'), '*', '*', 'text'))).toBe('one *[text]* three');
});

test('every line of a selection becomes a line of the list', () => {
  expect(show(prefixLines(at('a\nb[b\nc]c\nd'), '> ', 'text'))).toBe('a\n[> bb\n> cc]\nd');
  expect(show(prefixLines(at('[one\ntwo]'), '{n}. ', 'text'))).toBe('[1. one\n2. two]');
  expect(show(prefixLines(at('[]'), '- ', 'text'))).toBe('[- text]');
});

test('a block stands between empty lines', () => {
  expect(show(insertBlock(at('one[]\ntwo'), '![alt](a.jpg)', 'alt'))).toBe(
    'one\n\n![[alt]](a.jpg)\n\ntwo',
  );
  expect(show(insertBlock(at('[]'), '![alt](a.jpg)', 'alt'))).toBe('![[alt]](a.jpg)\n');
});
