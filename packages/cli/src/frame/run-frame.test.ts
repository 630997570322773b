import { defineCommand } from 'citty';
import { ErrorInBoth } from '@tamizdat/problem';
import { expect, test, vi } from 'vitest';
import { startLanguage } from '../language/say.ts';
import { runFrame } from './run-frame.ts';

const seen: unknown[] = [];
const name = { type: 'positional', required: true } as const;
const plain = defineCommand({ args: { name }, run: ({ args }) => void seen.push(args.name) });
const own = defineCommand({
  args: { name, language: { type: 'string' } },
  run: ({ args }) => void seen.push(args.language),
});
const heavy = defineCommand({
  run: () => {
    throw new ErrorInBoth({ en: 'Too heavy.', ru: 'Слишком тяжело.' });
  },
});
const root = defineCommand({ subCommands: { plain, own, heavy } });

test('every command takes --language, and one may have its own', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await runFrame(root, ['plain', '--language', 'ru', 'x'])).toBe(0);
  expect(await runFrame(root, ['own', '--language', 'sr-Latn', 'x'])).toBe(0);
  expect(seen).toEqual(['x', 'sr-Latn']);
  expect(await runFrame(root, ['plain', '--language', 'fr', 'x'])).toBe(2);
  expect(said.mock.calls.join('')).toMatch(/argument: --language \(fr\)/);
  said.mockRestore();
});

test('an error in both languages is told in that of the run', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  startLanguage(['--language', 'ru'], {});
  expect(await runFrame(root, ['heavy'])).toBe(1);
  expect(said.mock.calls.join('')).toBe('tamizdat: Слишком тяжело.\n');
  said.mockRestore();
  startLanguage(['--language', 'en'], {});
});
