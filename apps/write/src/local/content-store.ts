import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { judgePlace, removeFile, replaceFile } from '@tamizdat/files';
import { ENTRIES_MAX, TEXT_MAX_BYTES } from '../limits.ts';
import { isEntryPath, isMediaPath, onDisk } from './content-paths.ts';
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
export async function answer(content: string, { action, params }: RoomRequest): Promise<unknown> {
  switch (action) {
    case 'entriesByFolder':
      return loadEntries(
        content,
        await listFiles(content, params.folder, params.depth, `.${params.extension}`),
      );
    case 'entriesByFiles':
      return loadEntries(
        content,
        params.files.map((file) => file.path),
      );
    case 'getEntry':
      return loadEntry(content, params.path);
    case 'persistEntry':
      for (const asset of params.assets) writeAsset(content, asset);
      for (const { path: file, raw } of params.dataFiles) writeText(content, file, raw);
      return { message: 'entry persisted' };
    case 'getMedia': {
      const files = await listFiles(content, params.mediaFolder, 1, '');
      return Promise.all(files.filter(isMediaPath).map((file) => loadMedia(content, file)));
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
async function listFiles(
  content: string,
  folder: string,
  depth: number,
  ending: string,
): Promise<string[]> {
  const entries = await readdir(onDisk(content, folder), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory() && depth > 1)
      found.push(...(await listFiles(content, file, depth - 1, ending)));
    else if (entry.isFile() && entry.name.endsWith(ending) && isEntryPath(file)) found.push(file);
    if (found.length > ENTRIES_MAX)
      throw new RoomFault('There are too many files for the writing room.', 413);
  }
  return found;
}

const isTranscript = (file: string) => file.endsWith('.transcript.md');

function loadEntries(content: string, files: readonly string[]): Promise<unknown[]> {
  return Promise.all(
    files.filter((file) => !isTranscript(file)).map((file) => loadEntry(content, file)),
  );
}

async function loadEntry(content: string, file: string): Promise<unknown> {
  const bytes = await readBytes(content, file);
  if (bytes.length > TEXT_MAX_BYTES) throw new RoomFault(`${file} is too large.`, 413);
  const id = createHash('sha256').update(bytes).digest('hex');
  return { data: bytes.toString('utf8'), file: { path: file, label: '', id } };
}

async function loadMedia(content: string, file: string): Promise<unknown> {
  const bytes = await readBytes(content, file);
  const id = createHash('sha256').update(bytes).digest('hex');
  return {
    id,
    content: bytes.toString('base64'),
    encoding: 'base64',
    path: file,
    name: path.basename(file),
  };
}

async function readBytes(content: string, file: string): Promise<Buffer> {
  try {
    return await readFile(onDisk(content, file));
  } catch {
    throw new RoomFault(`There is no ${file}.`, 404);
  }
}

function writeText(content: string, file: string, text: string): void {
  if (Buffer.byteLength(text) > TEXT_MAX_BYTES) throw new RoomFault(`${file} is too large.`, 413);
  replaceFile(content, onDisk(content, file), text);
}

function writeAsset(content: string, { path: file, content: base64 }: AssetFile): void {
  replaceFile(content, onDisk(content, file), Buffer.from(base64, 'base64'));
}
