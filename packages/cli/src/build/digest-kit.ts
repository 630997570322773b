import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../repository/folders.ts';

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

let ahead: string | undefined;

/** The same as {@link digestKit}, for whoever asks at once for what the next will ask for: that gives this. */
export function digestAhead(): string {
  ahead = digestSources();
  return ahead;
}

/** SHA-256 over names and bytes of the kit's sources. */
export function digestKit(): string {
  const known = ahead;
  ahead = undefined;
  return known ?? digestSources();
}

function digestSources(): string {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: repository }));
  for (const file of files.filter((name) => !name.endsWith('.test.ts')).sort()) {
    const bytes = readFileSync(path.join(repository, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
