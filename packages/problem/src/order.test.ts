import { expect, test } from 'vitest';
import { SAME_PROBLEMS_MAX } from './limits.ts';
import { inOrder } from './order.ts';
import { type Problem, tellIn } from './problem.ts';

const problem = (place: Partial<Problem>): Problem => ({
  ...{ code: 'a', severity: 'error', file: 'a.md', line: 1, column: 1 },
  ...{ message: 'Wrong.', remedy: 'Mend it.', ru: { message: 'Неверно.', remedy: 'Исправьте.' } },
  ...place,
});

test('problems are told by file, line, column, code and words', () => {
  const right = [
    problem({}),
    problem({ message: 'Wronger.' }),
    problem({ code: 'b' }),
    problem({ column: 2 }),
    problem({ line: 2 }),
    problem({ line: 10 }),
    problem({ file: 'b.md' }),
  ];
  expect(inOrder(right.toReversed())).toEqual(right);
});

test('of a kind no more are told than a report has room for, and of others all', () => {
  const many = Array.from({ length: SAME_PROBLEMS_MAX + 5 }, (_, line) => problem({ line }));
  const told = inOrder([...many, problem({ code: 'b', line: 5_000 })]);
  expect(told).toHaveLength(SAME_PROBLEMS_MAX + 1);
  expect(told.at(-1)).toMatchObject({ code: 'b' });
  expect(told.at(-2)).toMatchObject({ line: SAME_PROBLEMS_MAX - 1 });
});

test('what Russian does not say otherwise holds for it too', () => {
  const told = { ...problem({ why: 'Because.', example: 'x: 1' }), found: 'y' };
  expect(tellIn('ru', told)).toMatchObject({ message: 'Неверно.', example: 'x: 1', found: 'y' });
  expect(tellIn('en', told)).toMatchObject({ message: 'Wrong.', why: 'Because.' });
  for (const language of ['en', 'ru'] as const)
    expect(tellIn(language, told)).not.toHaveProperty('ru');
});
