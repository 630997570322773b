import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { findFile, loadTranscript } from '@tamizdat/archive';
import type { KeptFile, Picture } from '@tamizdat/media';
import {
  findCompanions,
  inspectRecording,
  type RecordingFacts,
  recordingExtension,
  RECORDING_TYPES,
} from '@tamizdat/recordings';
import type { ShownRecording } from '@tamizdat/render';
import { derivePicture, mediaUrl, shown } from '../picture/media.ts';
import { site } from '../site.ts';

/** An audio or video file of the content, and what is shown with it. */
export interface Recording extends Pick<RecordingFacts, 'kind' | 'width' | 'height'> {
  file: KeptFile;
  type: string;
  poster?: Picture;
  captions: { lang: string; name: string }[];
  /** Markdown. */
  transcript?: string;
}

/** What was found in recordings, by their names in the tree: a name says what is in the file. */
const known = new Map<string, RecordingFacts>();

/**
 * A recording that stands in a folder of the content, with what belongs to it.
 * @throws Error naming the file where there is none, or where it may not be published.
 */
export async function loadRecording(folder: string, file: string): Promise<Recording> {
  const { contentFolder, media, door } = await site();
  // What stands beside it (captions, a transcript, a poster) belongs to it.
  await door.folder(folder);
  const source = await findFile(contentFolder, folder, file);
  const name = `content/${folder}/${file}`;
  if (source === undefined) throw new Error(`there is no recording ${name}`);
  const extension = recordingExtension(file) ?? '';
  const kept = await media.keep(source, extension);
  const facts = known.get(kept.name) ?? (await inspectRecording(source, extension));
  known.set(kept.name, facts);
  const fault = facts.refused?.en ?? facts.metadata.join(', ');
  if (fault !== '') throw new Error(`${name}: ${fault}`);
  const { kind, width, height } = facts;
  const type = RECORDING_TYPES[extension] ?? '';
  return { file: kept, kind, width, height, type, ...(await loadCompanions(folder, file)) };
}

async function loadCompanions(
  folder: string,
  file: string,
): Promise<Pick<Recording, 'poster' | 'captions' | 'transcript'>> {
  const { contentFolder, media } = await site();
  const names = await readdir(path.join(contentFolder, folder));
  const found = findCompanions(
    file.normalize('NFC'),
    names.map((name) => name.normalize('NFC')),
  );
  const captions = found.captions.map(async ({ lang, file: captionFile }) => {
    const source = await findFile(contentFolder, folder, captionFile);
    return { lang, name: (await media.keep(source ?? captionFile, 'vtt')).name };
  });
  const text = found.transcript;
  const transcript = text && (await findFile(contentFolder, folder, text));
  return {
    captions: await Promise.all(captions),
    ...(found.poster && { poster: await derivePicture(folder, found.poster, 'poster') }),
    ...(transcript && { transcript: loadTranscript(transcript, `${folder}/${text}`) }),
  };
}

/** A recording as it is shown: with addresses from the site's root. */
export function showRecording({
  kind,
  width,
  height,
  file,
  poster,
  captions,
}: Recording): ShownRecording {
  return {
    kind,
    width,
    height,
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
