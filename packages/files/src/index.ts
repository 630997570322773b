export { ForeignFileError } from './foreign-file-error.ts';
export { PUBLIC, SECRET } from './modes.ts';
export { makeFolder, judgeWay, prepareWay } from './way.ts';
export { isPart, Part } from './part.ts';
export { judgePlace } from './judge-place.ts';
export { moveFolder } from './move-folder.ts';
export { removeFile } from './remove-file.ts';
export { createFile, replaceFile } from './replace-file.ts';
export { writeWhole, type WriteOptions } from './write-whole.ts';
