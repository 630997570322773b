import type { Problem } from '@tamizdat/problem';
import { expect, test } from 'vitest';
import { chooseProblems } from './choose-problems.ts';
import { readChoice } from './read-choice.ts';
import { countRules, formatRules } from './summarize-rules.ts';

const problem = (code: string, file: string, more: Partial<Problem> = {}): Problem => ({
  code,
  severity: 'warning',
  file,
  line: 1,
  column: 1,
  message: 'm',
  remedy: 'r',
  ru: { message: 'm', remedy: 'r' },
  ...more,
});
const ERROR = { severity: 'error' } as const;
const COUNTED = { counted: true } as const;
const FOUND = [
  problem('style-quotes', '2009', COUNTED),
  problem('title-too-long', '2009', COUNTED),
  problem('lead-image-credit-missing', '2009', COUNTED),
  problem('text-image-alt-missing', '2009', COUNTED),
  problem('text-image-alt-missing', '2019', COUNTED),
  problem('style-quotes', 'a'),
  problem('id-missing', 'b', ERROR),
  problem('style-quotes', 'c'),
  problem('id-missing', 'd', ERROR),
];
const ALL = { errors: false, imported: false, rules: new Set<string>() };
const told = (problems: readonly Problem[]) => problems.map(({ code, file }) => `${file} ${code}`);

test('what imported articles lack is counted, and told where it is asked for: what readers miss first, newest first', () => {
  const { problems, counts, counted } = chooseProblems(FOUND, ALL);
  expect(problems).toHaveLength(4);
  expect([counts, counted]).toEqual([{ errors: 2, warnings: 2, inFiles: 4 }, 5]);
  expect(told(chooseProblems(FOUND, { ...ALL, imported: true }).problems)).toEqual([
    '2019 text-image-alt-missing',
    '2009 text-image-alt-missing',
    '2009 lead-image-credit-missing',
    '2009 title-too-long',
    '2009 style-quotes',
  ]);
});

test('of too many, errors go first; what is left out is counted', () => {
  const { problems, left, counts } = chooseProblems(FOUND, { ...ALL, limit: 3 });
  expect(told(problems)).toEqual(['b id-missing', 'd id-missing', 'a style-quotes']);
  expect([left, counts]).toEqual([1, { errors: 2, warnings: 2, inFiles: 4 }]);
  const all = chooseProblems(FOUND, { ...ALL, limit: 4 });
  expect([told(all.problems)[0], all.left]).toEqual(['a style-quotes', 0]);
});

test('errors alone, and single rules', () => {
  expect(told(chooseProblems(FOUND, { ...ALL, errors: true }).problems)).toEqual([
    'b id-missing',
    'd id-missing',
  ]);
  const rules = new Set(['style-quotes']);
  expect(told(chooseProblems(FOUND, { ...ALL, rules }).problems)).toHaveLength(2);
  expect(told(chooseProblems(FOUND, { ...ALL, rules, errors: true }).problems)).toEqual([]);
});

test('a summary names each rule once, with its first place', () => {
  const rules = countRules(chooseProblems(FOUND, ALL).problems);
  expect(rules.map(({ code, count, files, first }) => [code, count, files, first])).toEqual([
    ['id-missing', 2, 2, 'b:1:1'],
    ['style-quotes', 2, 2, 'a:1:1'],
  ]);
  expect(formatRules(rules).split('\n')).toHaveLength(6);
});

test('a limit is a number, and a terminal has one', () => {
  const given = { errors: false, imported: false, summary: false };
  expect(readChoice(given, 'terminal').limit).toBe(200);
  expect(readChoice(given, 'json').limit).toBeUndefined();
  expect(readChoice({ ...given, limit: '7' }, 'json').limit).toBe(7);
  expect(readChoice({ ...given, summary: true, limit: '7' }, 'terminal').limit).toBeUndefined();
  for (const limit of ['0', '-1', '1e3', 'x'])
    expect(() => readChoice({ ...given, limit }, 'terminal')).toThrow('--limit');
  expect(() => readChoice({ ...given, imported: true }, 'github')).toThrow('--imported');
});
