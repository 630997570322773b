import { expect, test, vi } from 'vitest';
import { tellProblems } from './tell-problems.ts';

test('spells out what a terminal would obey', () => {
  const written: string[] = [];
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  const telling = { message: 'There is no “a\u001b]0;x\u0007\u009b2J”.', remedy: 'Mend\r\nit.' };
  const place = { code: 'c', severity: 'error' as const, file: 'a\u001b[2J', line: 1, column: 2 };
  expect(tellProblems([{ ...place, ...telling, ru: telling }])).toBe(1);
  write.mockRestore();
  expect(written[0]).toBe(
    'a\\u001b[2J:1:2 There is no “a\\u001b]0;x\\u0007\\u009b2J”. Mend\\u000d\\u000ait.\n',
  );
});
