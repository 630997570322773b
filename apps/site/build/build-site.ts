import path from 'node:path';
import { build } from 'astro';
import { indexSearch } from './index-search.ts';

/**
 * Builds the site into `.out`: pages, feeds and media by Astro, then the search index.
 * The clock is an input of the build, so that a cached result is never one of another hour.
 */
const clock = process.env['TAMIZDAT_CLOCK'];
if (!clock) {
  process.stderr.write(
    'TAMIZDAT_CLOCK is not set: a build has no other clock. Run `npm run build`, which computes it from the content,\n' +
      'or give it, for example TAMIZDAT_CLOCK=2026-11-22T00:00:00Z.\n',
  );
  process.exit(2);
}

const root = path.resolve(import.meta.dirname, '..');
try {
  // On a terminal Astro tells of every page; elsewhere only of what is wrong.
  await build({ root, logLevel: process.env['TAMIZDAT_PROGRESS'] === '1' ? 'info' : 'warn' });
  await indexSearch(path.join(root, '.out'), clock);
} catch (error) {
  // Astro has told of its own errors in full already.
  process.stderr.write(
    `The site was not built: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
}
