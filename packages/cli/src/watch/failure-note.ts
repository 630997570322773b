import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '@tamizdat/files';
import { saidBy } from '@tamizdat/problem';
import { contentFolder } from '../release/find-outlet.ts';
import { stateOf } from '../repository/folders.ts';
import { say } from '../language/say.ts';
import { runAsking } from './run-hook.ts';

/** Of whose looks, and what is run where something is to be told. */
interface Told {
  content?: string | undefined;
  hook?: string | undefined;
}

/**
 * Prepares a look; what goes wrong before it is told to the hook as well, for nobody reads what a timer prints. It is told
 * once, and again where it is something else or came back.
 * @throws what the preparation throws
 */
export async function tellingHook<Result>(
  { content, hook }: Told,
  prepare: () => Promise<Result>,
): Promise<Result> {
  const file = path.join(stateOf(contentFolder(content)), 'watch-failure');
  try {
    const prepared = await prepare();
    rmSync(file, { force: true });
    return prepared;
  } catch (error) {
    if (hook !== undefined && error instanceof Error) await tellOnce(file, hook, error);
    throw error;
  }
}

async function tellOnce(file: string, hook: string, error: Error): Promise<void> {
  const { en, ru } = saidBy(error);
  // What it says may hold names of files; that it is the same is all that is asked.
  const tag = `${createHash('sha256').update(en).digest('hex')}\n`;
  if (readTag(file) === tag) return;
  await runAsking(
    hook,
    say({
      en: `not-looked: No mirror was looked at, and none will be until this is mended: ${en} Run tamizdat watch by hand to see all of it.`,
      ru: `not-looked: Зеркала не проверены и не будут, пока это не исправлено: ${ru} Всё целиком покажет tamizdat watch, запущенный вручную.`,
    }),
  );
  try {
    writeWhole(file, tag);
  } catch {
    // Where it cannot be noted it is told again: better twice than never.
  }
}

function readTag(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
