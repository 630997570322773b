export { type Content, ContentError, type LoadOptions } from './content.ts';
export { digestFolder } from './digest-folder.ts';
export { isWithin } from './is-within.ts';
export { findFile } from './find-file.ts';
export { type ContentList, listContent } from './list-content.ts';
export { loadBody, loadTranscript } from './load-body.ts';
export { loadStaff, type Staff } from './load-staff.ts';
export { loadMirrors } from './load-mirrors.ts';
export { inspectContent, type Inspected, loadContent } from './load-content.ts';
