import type { InBoth } from '@tamizdat/problem';
import { lstat, readFile } from 'node:fs/promises';
import { AUDIO_MAX_BYTES, VIDEO_MAX_BYTES } from './limits.ts';
import { parseRecording, tooLarge } from './parse-recording.ts';
import { RECORDING_TYPES } from './recording-names.ts';
import type { RecordingFacts } from './recording-facts.ts';

/**
 * Says what a recording's file holds, as `parseRecording` does. A symbolic link, a folder and a file beyond the limits are
 * refused unread. Throws the file system's error where there is no file.
 *
 * @param extension The extension of the name by which it is published.
 */
export async function inspectRecording(file: string, extension: string): Promise<RecordingFacts> {
  const stat = await lstat(file);
  const refused = refuseUnread(stat.isFile(), stat.size, extension);
  if (refused === undefined) return parseRecording(await readFile(file), extension);
  return { format: '', kind: 'audio', width: 0, height: 0, sound: false, metadata: [], refused };
}

function refuseUnread(isFile: boolean, size: number, extension: string): InBoth | undefined {
  if (!isFile) {
    return {
      en: 'It is not an ordinary file: put the recording itself beside the article.',
      ru: 'Это не обычный файл: положите рядом со статьёй саму запись.',
    };
  }
  if (size === 0) return { en: 'The file is empty.', ru: 'Файл пустой.' };
  const isVideo = (RECORDING_TYPES[extension] ?? '').startsWith('video/');
  const limit = isVideo ? VIDEO_MAX_BYTES : AUDIO_MAX_BYTES;
  return size > limit ? tooLarge(size, limit) : undefined;
}
