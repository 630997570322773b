/** Builds the Russian sample into the folder given: run by the determinism test under other conditions. */
import { argv } from 'node:process';
import { buildOneTier } from './build-search-index.ts';
import { makeRussianDocuments } from './documents.ts';

const [outputFolder, order] = argv.slice(2);
if (outputFolder === undefined) throw new Error('build-sample.ts <folder> [reversed]');
const documents = makeRussianDocuments();
if (order === 'reversed') documents.reverse();
await buildOneTier({ documents, language: 'ru', outputFolder });
