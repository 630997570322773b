import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSampleRecord } from './build-record.ts';
import { SAMPLE, type SampleRecord } from './record.ts';

/** Writes the sample’s record anew. What a former sample held stays in it: outlets that began with that one hold it yet. */
const root = join(import.meta.dirname, '../../../../content');
const record = Object.entries(buildSampleRecord(root)).map(([name, now]: [string, string[]]) => [
  name,
  [...new Set([...SAMPLE[name as keyof SampleRecord], ...now])],
]);
writeFileSync(
  join(import.meta.dirname, '../../generated/sample.json'),
  `${JSON.stringify(Object.fromEntries(record), undefined, 2)}\n`,
);
