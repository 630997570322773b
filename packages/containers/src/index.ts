export { type Inspection, inspectContainer, stripContainer } from './fold.ts';
export type { PictureFormat, RecordingFormat } from './formats.ts';
export type { InBoth } from './in-both.ts';
export { WORDS } from './words.ts';
