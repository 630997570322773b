import path from 'node:path';
import { isDeviceName } from '@tamizdat/article-schema';
import { judgePlace } from '@tamizdat/files';

/** What the room may hold of the content, relative to the repository as Decap names it. */
const ROOMS =
  /^content\/(?:articles\/[\w-]+\/\d{4}\/\d{2}\/\d{2}-[a-z0-9-]+|authors|pages\/[\w-]+)\/[^/]+$/;
const FOLDERS = /^content\/(?:articles|authors|pages)(?:\/[\w-]+)*$/;
const TEXTS = /\.(?:md|yaml)$/;
const MEDIA = /\.(?:jpe?g|png|webp|avif|gif|svg|mp3|m4a|ogg|opus|mp4|webm|vtt)$/;

/** Whether a path is a text or picture of an article, an author or a page. */
export function isEntryPath(file: string): boolean {
  return ROOMS.test(file) && isPlain(file) && (TEXTS.test(file) || MEDIA.test(file));
}

/** Whether it is a picture or recording, which may be taken out again. */
export const isMediaPath = (file: string): boolean => isEntryPath(file) && MEDIA.test(file);

/** Whether a path is a folder that the room may list. */
export const isFolderPath = (folder: string): boolean => FOLDERS.test(folder);

/** No part that goes up, hides, or is another name for a file on some system. */
function isPlain(file: string): boolean {
  return (
    file
      .split('/')
      .every((part) => !/^\.|[\\:*?"<>|\p{Cc}]|[ .]$/u.test(part) && !isDeviceName(part)) &&
    file.length < 400
  );
}

/** A path of Decap’s from the content folder. */
export const insideOf = (file: string): string => file.split('/').slice(1).join('/');

/**
 * Where a path of Decap’s is on the disk: `content/…` inside the content folder, whatever that is called.
 * Throws ForeignFileError where a link stands on the way: what it leads to is not the room’s.
 */
export const onDisk = (content: string, file: string): string =>
  path.join(content, judgePlace(content, insideOf(file)));
