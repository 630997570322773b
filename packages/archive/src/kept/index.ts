export { ContentIndex } from './content-index.ts';
export { type IndexMissing, loadIndex, saveIndex } from './index-file.ts';
export type { KeptLines } from './kept-file.ts';
