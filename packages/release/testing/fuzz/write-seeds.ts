import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../src/tree/sha256.ts';
import { listSeeds } from './seeds.ts';

const [folder = 'corpus'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const seed of listSeeds()) writeFileSync(join(folder, sha256(seed)), seed);
