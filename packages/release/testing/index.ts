/** The door for tests of other packages: an invented outlet, its releases, and what attackers make of them. */
export { SampleSite, type Served, serveFolder, type Tamper } from './sample-site.ts';
export { encodeNode } from '../src/node/encode-node.ts';
export { MIRRORS, NOW, ONLINE_KEYS, ORIGIN, sampleKey, sampleSigners } from './sample-outlet.ts';
export { alter, forge, reseal } from './vectors/forge.ts';
export {
  DAY_MS,
  FOREIGN_HEAD,
  FOREIGN_KEYS,
  FOREIGN_ROOT,
  HEAD,
  ROOT_1,
  ROOT_2,
  SECOND_KEYS,
  signSecondRoot,
} from './vectors/sample-head.ts';
