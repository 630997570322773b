import { writeFile } from 'node:fs/promises';
import { buildGuideFiles } from './guide-files.ts';

for (const [file, text] of buildGuideFiles()) await writeFile(file, text);
