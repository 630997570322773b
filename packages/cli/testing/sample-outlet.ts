import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type HereRun, runHere } from '../src/frame/run-here.ts';

/** A small outlet of two languages for tests. */
export const OUTLET = `name: { ru: Окно, en: The Window }
description: { ru: Редакция., en: A newsroom. }
origin: https://window.example
tagAuthority: { domain: window.example, date: '2026-01-01' }
languages:
  - { code: ru, name: Русский, locale: ru }
  - { code: en, name: English, locale: en-GB }
timeZone: Europe/Vilnius
sections: [{ id: politics, name: { ru: Политика, en: Politics } }]
tags: [{ id: water, name: { ru: Вода, en: Water } }]
licence: { name: { ru: CC BY 4.0, en: CC BY 4.0 } }
`;

const SURROUNDINGS = { TAMIZDAT_NOW: '2026-11-22T22:30:40Z', NO_COLOR: '1', TZ: 'America/Lima' };

/**
 * Runs the command without a terminal, at 2026-11-22T22:30 UTC unless told otherwise: in this process, or in one of its
 * own where the language is chosen, which is done at the start.
 */
export function tamizdat(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<HereRun> {
  const isChosen =
    'LC_ALL' in env || 'LANG' in env || args.some((arg) => arg.startsWith('--language'));
  return isChosen
    ? startTamizdat(args, cwd, env)
    : runHere(args, { cwd, env: { ...SURROUNDINGS, ...env } });
}

/** The same in a process of its own always. */
export function startTamizdat(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<HereRun> {
  const main = path.join(import.meta.dirname, '../src/main.ts');
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...SURROUNDINGS, ...env } };
    const child = execFile(process.execPath, [main, ...args], options, (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
    child.stdin?.end();
  });
}

/** Makes a folder with `content/` and further files in it; gives the folder. */
export async function makeOutlet(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tamizdat-new-'));
  for (const [name, text] of Object.entries({ 'outlet.yaml': OUTLET, ...files })) {
    const file = path.join(folder, 'content', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return folder;
}
