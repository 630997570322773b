import type { Picture } from '@tamizdat/media';
import type { ShownRecording } from '@tamizdat/render';
import { type LoadedRecording, loadRecording as loadFile } from '@tamizdat/take-along';
import { derivePicture, mediaUrl, shown } from '../picture/media.ts';
import { site } from '../site.ts';

/** An audio or video file of the content, and what is shown with it. */
export interface Recording extends LoadedRecording {
  poster?: Picture;
}

/**
 * A recording that stands in a folder of the content, with what belongs to it.
 * @throws Error naming the file where there is none, or where it may not be published.
 */
export async function loadRecording(folder: string, file: string): Promise<Recording> {
  const { files, media } = await site();
  const loaded = await loadFile({ files, media }, folder, file);
  const { poster } = loaded.companions;
  return {
    ...loaded,
    ...(poster && { poster: await derivePicture(folder, poster, 'poster') }),
  };
}

/** A recording as it is shown: with addresses from the site's root. */
export function showRecording({
  kind,
  width,
  height,
  seconds,
  file,
  poster,
  captions,
}: Recording): ShownRecording {
  return {
    kind,
    width,
    height,
    seconds,
    file: { url: mediaUrl(file.name), bytes: file.bytes },
    poster: poster && shown(poster),
    captions: captions.map(({ lang, name }) => ({ lang, url: mediaUrl(name) })),
  };
}

/** Names of the files that a recording needs in the tree. */
export async function recordingNames(folder: string, file: string): Promise<string[]> {
  const { file: kept, kind, poster, captions } = await loadRecording(folder, file);
  return [
    kept.name,
    ...(kind === 'video' && poster ? [poster.fallback.name] : []),
    ...captions.map(({ name }) => name),
  ];
}
