import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { withLock } from '@tamizdat/tree';
import { say } from '../language/say.ts';
import { CACHE, OLD, STATE } from './folders.ts';

/** What of it must not be lost. */
const KEPT = [
  'state.git',
  'newsletter',
  'seen',
  'watch.sqlite',
  'watch.sqlite-wal',
  'watch.sqlite-shm',
  // Last: while it lies there, a run of an earlier kit may be at work with it.
  'release',
];

/** What lay one folder deeper. */
const NESTED = ['cache/media', 'cache/node'];

const isCache = (name: string): boolean =>
  ['builds', 'rendered', 'publish', 'mirrors', 'outlets', 'tamizdat-mirror.mjs'].includes(name) ||
  name.startsWith('content-');

/**
 * Moves what an earlier kit kept in one folder to where it belongs now, each part at once: a run that is killed on the way
 * leaves the rest for the next one, and nothing is ever there twice or written over. What is of nobody stays.
 * @param base Folder that holds the content.
 * @throws Error `state-twice`; ToldError `publish-locked` where an earlier kit is at work
 */
export async function moveOldState(base: string): Promise<void> {
  const old = path.join(base, OLD);
  if (!existsSync(old)) return;
  const kept = KEPT.filter((name) => existsSync(path.join(old, name)));
  if (kept.length > 0) {
    refuseTwice(base, kept);
    // The lock of an earlier kit: it must not be in the middle of a release.
    await withLock(path.join(old, 'release.lock'), () => {
      for (const name of kept) move(path.join(old, name), path.join(base, STATE, name));
      return Promise.resolve();
    });
    process.stderr.write(`${describeMoved(base, kept)}\n`);
  }
  for (const name of [...readdirSync(old).filter(isCache), ...NESTED])
    moveCache(path.join(old, name), path.join(base, CACHE, path.basename(name)));
  for (const folder of [path.join(old, 'cache'), old]) removeEmpty(folder);
}

function refuseTwice(base: string, kept: readonly string[]): void {
  const twice = kept.filter((name) => existsSync(path.join(base, STATE, name)));
  if (twice.length === 0) return;
  const [here, there] = [path.join(base, OLD), path.join(base, STATE)];
  const names = twice.join(', ');
  throw new Error(
    say({
      en: `state-twice: ${names} lies in ${here}, where earlier versions kept it, and in ${there} too. Neither was touched.\n  Find out which is newer (an earlier version may have run since), and move the other one to a safe place.`,
      ru: `state-twice: ${names} лежит и в ${here}, где это хранили прежние версии, и в ${there}. Ничего не тронуто.\n  Выясните, что новее (могла запускаться прежняя версия), и уберите другое в надёжное место.`,
    }),
  );
}

function move(from: string, to: string): void {
  // It may have gone while this run waited for the lock.
  if (lstatSync(from, { throwIfNoEntry: false }) === undefined) return;
  mkdirSync(path.dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    // On another disk: it is whole under its new name before the old one goes.
    const part = `${to}.part`;
    rmSync(part, { recursive: true, force: true });
    cpSync(from, part, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    renameSync(part, to);
    rmSync(from, { recursive: true });
  }
}

/** A cache that cannot be moved is left: it costs time to make it anew, and nothing else. */
function moveCache(from: string, to: string): void {
  try {
    if (existsSync(to)) rmSync(from, { recursive: true, force: true });
    else if (existsSync(from)) {
      mkdirSync(path.dirname(to), { recursive: true });
      renameSync(from, to);
    }
  } catch {
    // Said above.
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something of somebody else is in it, or it is a link.
  }
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

const describeMoved = (base: string, kept: readonly string[]): string =>
  say({
    en: `What must not be lost was moved from ${path.join(base, OLD)} to ${path.join(base, STATE)}: ${kept.join(', ')}. Backups that name the old folder have to name the new one.`,
    ru: `То, что нельзя потерять, перенесено из ${path.join(base, OLD)} в ${path.join(base, STATE)}: ${kept.join(', ')}. Если резервные копии называют прежнюю папку, впишите новую.`,
  });
