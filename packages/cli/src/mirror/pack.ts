import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { repository, cacheFolder } from '../repository/folders.ts';

/**
 * Packs the commands for readers and volunteers into one file without dependencies: `node src/mirror/pack.ts [file]`. It runs on
 * Node 20.19 and later: what is older lacks Ed25519 in WebCrypto, or no longer gets security updates.
 */
const file = path.resolve(process.argv[2] ?? path.join(cacheFolder, 'tamizdat-mirror.mjs'));

await build({
  entryPoints: [path.join(import.meta.dirname, 'standalone.ts')],
  outfile: file,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  legalComments: 'inline',
  // Bytes must not tell where the kit lies on this disk.
  absWorkingDir: repository,
  banner: {
    js: [
      '#!/usr/bin/env node',
      // Packages of the older module kind ask for Node's own modules by `require`.
      "import { createRequire as tamizdatRequire } from 'node:module';",
      'const require = tamizdatRequire(import.meta.url);',
    ].join('\n'),
  },
});

const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
process.stdout.write(`${file}\nsha256: ${sha256}\n`);
