import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readPlain } from '@tamizdat/files';
import { buildBackend } from './config/build-backend.ts';
import { parseRoomSettings } from './config/room-settings.ts';
import { SETTINGS_MAX_BYTES } from './limits.ts';
import { buildRoomData } from './room/build-room-data.ts';
import { loadOutlet } from './room/load-outlet.ts';
import { buildRoomFiles } from './room/room-files.ts';
import { tellLeftOut, tellProblems } from './tell-problems.ts';

const SETTINGS = 'writing-room.yaml';
const EXAMPLE = 'forge: github\nrepository: fortochka/site\nbranch: main\n';

/**
 * Writes the room that is hosted: a folder of static files that talks to the outlet's forge alone. A folder
 * that holds anything but a room is left alone. Gives the exit code.
 */
export async function hostRoom(content: string, out: string): Promise<number> {
  const text = readSettings(content);
  if (text === undefined) {
    return refuse(
      `There is no ${SETTINGS} in ${content}: it says where pull requests go. For example:\n\n${EXAMPLE}`,
    );
  }
  const parsed = parseRoomSettings(text);
  if ('faults' in parsed)
    return refuse(`${SETTINGS}:\n${parsed.faults.join('\n')}\nFor example:\n\n${EXAMPLE}`);
  const loaded = loadOutlet(content);
  if ('problems' in loaded) return tellProblems(loaded.problems);
  tellLeftOut(loaded.leftOut);
  if (!(await mayWrite(out))) {
    return refuse(
      `${out} holds something that is no writing room, or belongs to the reader’s site. Name an empty folder, apart from the reader’s site.`,
    );
  }
  const { settings } = parsed;
  const files = await buildRoomFiles(buildBackend(settings).origins);
  const data = JSON.stringify(buildRoomData(loaded, settings));
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const [name, bytes] of files) await writeFile(path.join(out, name), bytes);
  await writeFile(path.join(out, 'room.json'), data);
  process.stdout.write(
    `The writing room for ${settings.repository} is in ${out}. Host it apart from the reader’s site, under an address of its own (docs/writing-room.md).\n`,
  );
  return 0;
}

/** Undefined where it is not there, or something else is: a link, a pipe, much more than settings. */
function readSettings(content: string): string | undefined {
  try {
    return new TextDecoder().decode(readPlain(path.join(content, SETTINGS), SETTINGS_MAX_BYTES));
  } catch {
    return undefined;
  }
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}

/** What stands in every tree for readers, at its root. */
const TREE = ['404.html', 'index.html'];

/** Whether a folder stands inside a tree for readers, of which mirrors would take it along. */
function isInTree(out: string): boolean {
  const parent = path.dirname(out);
  if (parent === out) return false;
  return TREE.every((name) => existsSync(path.join(parent, name))) || isInTree(parent);
}

/** Whether a folder is a room already, or empty, or not there; and outside of trees for readers. */
async function mayWrite(out: string): Promise<boolean> {
  if (isInTree(out)) return false;
  if (!existsSync(out)) return true;
  const names = await readdir(out);
  return names.length === 0 || (names.includes('room.json') && names.includes('decap-cms.js'));
}
