export { type CaptionProblem, checkCaptions } from './captions.ts';
export { baseOf, type Companions, findCompanions } from './companions.ts';
export { inspectRecording } from './inspect-recording.ts';
export * from './limits.ts';
export { isRecording, parseRecording } from './parse-recording.ts';
export { RECORDING_TYPES, recordingExtension } from './recording-names.ts';
export type { RecordingFacts } from './recording-facts.ts';
export { stripCommand } from './strip-command.ts';
export { stripRecording } from './strip-recording.ts';
