export { ContentIndex } from './content-index.ts';
export { type IndexMissing, loadIndex, saveIndex } from './index-file.ts';
export { isKeptDigest, type KeptDigest } from './kept-digest.ts';
export type { KeptLines } from './kept-file.ts';
