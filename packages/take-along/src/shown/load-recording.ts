import { type ContentFiles, loadTranscript } from '@tamizdat/archive';
import type { KeptFile, Media } from '@tamizdat/media';
import { ErrorInBoth } from '@tamizdat/problem';
import {
  type Companions,
  findCompanions,
  inspectRecording,
  type RecordingFacts,
  recordingExtension,
} from '@tamizdat/recordings';

/** An audio or video file of the content, and what belongs to it. */
export interface LoadedRecording extends Pick<
  RecordingFacts,
  'kind' | 'width' | 'height' | 'seconds'
> {
  /** As the tree has it. */
  file: KeptFile;
  /** Names of what stands beside it. */
  companions: Companions;
  /** By their names in the tree. */
  captions: { lang: string; name: string }[];
  /** Markdown. */
  transcript?: string;
}

/** What was found in recordings, by their names in the tree: a name says what is in the file. */
const known = new Map<string, RecordingFacts>();

/**
 * A recording that stands in a folder of the content.
 * @throws ErrorInBoth naming the file where there is none, or where it may not be published
 */
export async function loadRecording(
  { files, media }: { files: ContentFiles; media: Media },
  folder: string,
  name: string,
): Promise<LoadedRecording> {
  const source = await files.find(folder, name);
  const shownName = `content/${folder}/${name}`;
  if (source === undefined) throw missing(shownName);
  const extension = recordingExtension(name) ?? '';
  const file = await media.keep(source, extension);
  const facts = known.get(file.name) ?? (await inspectRecording(source, extension));
  known.set(file.name, facts);
  verifyClean(shownName, facts);
  const { kind, width, height, seconds } = facts;
  // What stands beside it (captions, a transcript, a poster) belongs to it.
  const companions = findCompanions(name.normalize('NFC'), await files.names(folder));
  const captions = companions.captions.map(async ({ lang, file: captionFile }) => {
    const found = await files.find(folder, captionFile);
    return { lang, name: (await media.keep(found ?? captionFile, 'vtt')).name };
  });
  const text = companions.transcript;
  const transcript = text && (await files.find(folder, text));
  return {
    file,
    kind,
    width,
    height,
    ...(seconds !== undefined && { seconds }),
    companions,
    captions: await Promise.all(captions),
    ...(transcript && { transcript: loadTranscript(transcript, `${folder}/${text}`) }),
  };
}

function verifyClean(name: string, { refused, metadata }: RecordingFacts): void {
  if (refused !== undefined)
    throw new ErrorInBoth({ en: `${name}: ${refused.en}`, ru: `${name}: ${refused.ru}` });
  if (metadata.length === 0) return;
  const told = metadata.join(', ');
  throw new ErrorInBoth({
    en: `${name} tells more than it plays: ${told}. tamizdat check --fix takes it out.`,
    ru: `${name} рассказывает лишнее: ${told}. Это уберёт tamizdat check --fix.`,
  });
}

const missing = (name: string): ErrorInBoth =>
  new ErrorInBoth({
    en: `There is no recording ${name}. Put it there, or take it out of the text; tamizdat check says where it is named.`,
    ru: `Нет записи ${name}. Положите её туда или уберите из текста; где она названа, скажет tamizdat check.`,
  });
