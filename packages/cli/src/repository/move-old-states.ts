import { existsSync } from 'node:fs';
import path from 'node:path';
import { optionOf } from '../language/choose-language.ts';
import { defaultContent } from './folders.ts';

/**
 * Moves what an earlier kit kept beside the content that a command is about, and in the kit itself.
 * @returns the exit code where that must not go on, which is then told; undefined otherwise
 */
export async function moveOldStates(args: readonly string[]): Promise<number | undefined> {
  // What only looks moves nothing.
  if (args[0] === 'doctor') return undefined;
  const named = optionOf(args, 'content');
  const contents = [defaultContent, ...(named === undefined ? [] : [path.resolve(named)])];
  const bases = new Set(contents.map((content) => path.dirname(content)));
  const old = [...bases].filter((base) => existsSync(path.join(base, '.tamizdat')));
  if (old.length === 0) return undefined;
  const { moveOldState } = await import('./move-old-state.ts');
  try {
    for (const base of old) await moveOldState(base);
    return undefined;
  } catch (error) {
    process.stderr.write(`tamizdat: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
