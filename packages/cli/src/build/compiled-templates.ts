import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '@tamizdat/files';
import { compiledTemplates, repository, templatesMade } from '../repository/folders.ts';
import { runTurbo } from './run-turbo.ts';

/**
 * Everything of the kit that may show in a tree. What is compiled into the templates is not told apart from what they
 * ask while they render, lest one be missed.
 */
const SOURCES = [
  'apps/site/{src,build}/**/*.*',
  'apps/site/*.{ts,json}',
  'packages/*/src/**/*.*',
  'pnpm-lock.yaml',
];

/** SHA-256 over names and bytes of the kit's sources. */
export function digestKit(): string {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: repository }));
  for (const file of files.filter((name) => !name.endsWith('.test.ts')).sort()) {
    const bytes = readFileSync(path.join(repository, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * Has Turborepo compile the templates, where they are not those of this kit.
 * @param kit What {@link digestKit} gives.
 * @returns whether there are compiled templates now; Turborepo has told of what is wrong.
 */
export async function compileTemplates(kit: string): Promise<boolean> {
  const made = existsSync(templatesMade) ? readFileSync(templatesMade, 'utf8') : '';
  if (made === kit && existsSync(compiledTemplates)) return true;
  const task = ['run', 'build', '--filter=@tamizdat/site', '--output-logs=errors-only'];
  if ((await runTurbo(task, {})) !== 0) return false;
  writeWhole(templatesMade, kit);
  return true;
}
