import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import path from 'node:path';
import {
  ForeignFileError,
  judgePlace,
  listBelow,
  readBelow,
  removeFile,
  replaceFile,
} from '@tamizdat/files';
import { ENTRIES_MAX, MEDIA_MAX_BYTES, TEXT_MAX_BYTES } from '../limits.ts';
import { insideOf, isEntryPath, isMediaPath, onDisk } from './content-paths.ts';
import type { AssetFile, RoomRequest } from './protocol.ts';

/** A fault that the room tells its writer, with the status of HTTP that goes with it. */
export class RoomFault extends Error {
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** Answers what Decap asks, from the files of a content folder. Throws RoomFault where it cannot. */
export function answer(content: string, { action, params }: RoomRequest): unknown {
  switch (action) {
    case 'entriesByFolder':
      return listFiles(content, params.folder, params.depth, `.${params.extension}`)
        .filter((file) => !isTranscript(file))
        .flatMap((file) => loadOrNothing(content, file));
    case 'entriesByFiles':
      return params.files
        .filter((file) => !isTranscript(file.path))
        .map((file) => loadEntry(content, file.path));
    case 'getEntry':
      return loadEntry(content, params.path);
    case 'persistEntry':
      for (const asset of params.assets) writeAsset(content, asset);
      for (const { path: file, raw } of params.dataFiles) writeText(content, file, raw);
      return { message: 'entry persisted' };
    case 'getMedia': {
      const files = listFiles(content, params.mediaFolder, 1, '');
      return files.filter(isMediaPath).map((file) => loadMedia(content, file));
    }
    case 'getMediaFile':
      return loadMedia(content, params.path);
    case 'persistMedia':
      writeAsset(content, params.asset);
      return loadMedia(content, params.asset.path);
    case 'deleteFiles':
      for (const file of params.paths)
        removeFile(content, judgePlace(content, onDisk(content, file)));
      return { message: 'files deleted' };
    case 'getDeployPreview':
      return null;
  }
}

/** Files with an ending in a folder, `depth` levels down, as Decap names them, in the order of code units. */
function listFiles(content: string, folder: string, depth: number, ending: string): string[] {
  const found: string[] = [];
  for (const entry of listFolder(content, folder)) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory() && depth > 1)
      found.push(...listFiles(content, file, depth - 1, ending));
    else if (entry.isFile() && entry.name.endsWith(ending) && isEntryPath(file)) found.push(file);
    if (found.length > ENTRIES_MAX)
      throw new RoomFault('There are too many files for the writing room.', 413);
  }
  return found;
}

/** A folder that is missing is empty; so is a link or a file in its place: what it leads to is not the room’s. */
function listFolder(content: string, folder: string): Dirent[] {
  try {
    const entries = listBelow(content, insideOf(folder));
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

const isTranscript = (file: string) => file.endsWith('.transcript.md');

/** One text that cannot be read must not hide all others from their writers; `tamizdat check` tells of it. */
function loadOrNothing(content: string, file: string): unknown[] {
  try {
    return [loadEntry(content, file)];
  } catch {
    return [];
  }
}

function loadEntry(content: string, file: string): unknown {
  const bytes = readBytes(content, file, TEXT_MAX_BYTES);
  const id = createHash('sha256').update(bytes).digest('hex');
  return { data: bytes.toString('utf8'), file: { path: file, label: '', id } };
}

function loadMedia(content: string, file: string): unknown {
  const bytes = readBytes(content, file, MEDIA_MAX_BYTES);
  const id = createHash('sha256').update(bytes).digest('hex');
  return {
    id,
    content: bytes.toString('base64'),
    encoding: 'base64',
    path: file,
    name: path.basename(file),
  };
}

function readBytes(content: string, file: string, limit: number): Buffer {
  try {
    return Buffer.from(readBelow(content, insideOf(file), limit));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EFBIG') throw new RoomFault(`${file} is too large.`, 413);
    if (code === 'EFTYPE' || code === 'ELOOP') throw new RoomFault(noFile(file), 409);
    if (error instanceof ForeignFileError) throw error;
    throw new RoomFault(`There is no ${file}.`, 404);
  }
}

const noFile = (file: string): string =>
  `${file} is no file: a folder, a link or a device stands in its place. Look at what it is, and move it away.`;

/** Gives a file new bytes. Throws RoomFault where something else stands in its place. */
function replace(content: string, file: string, bytes: string | Uint8Array): void {
  try {
    replaceFile(content, onDisk(content, file), bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (IN_THE_WAY.has(code)) throw new RoomFault(noFile(file), 409);
    throw error;
  }
}

const IN_THE_WAY: ReadonlySet<string> = new Set(['EISDIR', 'ENOTDIR', 'EEXIST', 'ENOTEMPTY']);

function writeText(content: string, file: string, text: string): void {
  if (Buffer.byteLength(text) > TEXT_MAX_BYTES) throw new RoomFault(`${file} is too large.`, 413);
  replace(content, file, text);
}

function writeAsset(content: string, { path: file, content: base64 }: AssetFile): void {
  replace(content, file, Buffer.from(base64, 'base64'));
}
