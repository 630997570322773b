import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { buildGeneratedFiles } from './editor/generated-files.ts';

for (const [path, text] of buildGeneratedFiles()) {
  const file = resolve(import.meta.dirname, '..', path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
