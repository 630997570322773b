export { buildStick } from './build-stick.ts';
export { PICTURES } from './links/set-links.ts';
export { FAT_FILE_MAX } from './limits.ts';
export type { Stick, StickArticle, StickEdition, StickFile } from './stick.ts';
