import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '@tamizdat/files';

/** An old address, and where it leads on to. */
export type Move = readonly [string, string];

/**
 * Notes where the addresses of one archive lead on to, and gives those of all archives that were imported here: an outlet
 * has one server, and its rules are written whole each time.
 * @param state Folder of the imports’ state.
 * @param from What the map calls the archive.
 */
export function keepMoves(state: string, from: string, moves: readonly Move[]): Move[] {
  const folder = path.join(state, 'redirects', 'archives');
  const own = `${createHash('sha256').update(from).digest('hex').slice(0, 16)}.json`;
  replaceFile(state, path.join(folder, own), `${JSON.stringify(moves, undefined, 1)}\n`);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => (name === own ? moves : readMoves(path.join(folder, name))));
}

/** What an earlier import noted; nothing where somebody made something else of it. */
function readMoves(file: string): Move[] {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(value) ? value.filter(isMove) : [];
  } catch {
    return [];
  }
}

const isMove = (value: unknown): value is Move =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
