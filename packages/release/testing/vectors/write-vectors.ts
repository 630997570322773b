import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildVectors } from './build-vectors.ts';

/** `node testing/vectors/write-vectors.ts` writes `vectors/` anew, after a change of the cases. */
const folder = resolve(import.meta.dirname, '../../vectors');
for (const [name, content] of buildVectors()) writeFileSync(join(folder, name), content);
