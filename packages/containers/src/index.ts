export { type Inspection, inspectContainer, stripContainer } from './fold.ts';
export type { PictureFormat, RecordingFormat } from './formats.ts';
export { WORDS } from './words.ts';
export { recordingSeconds } from './recording/seconds.ts';
