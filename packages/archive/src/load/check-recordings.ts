import { dirname, join } from 'node:path';
import {
  type AcrossFinding,
  captionFinding,
  checkRecording,
  type ImageUse,
} from '@tamizdat/article-schema';
import {
  baseOf,
  CAPTIONS_MAX_BYTES,
  checkCaptions,
  findCompanions,
  inspectRecording,
  recordingExtension,
  stripCommand,
} from '@tamizdat/recordings';
import { makeOnce } from '../kept/make-once.ts';
import type { LoadedFiles } from './check-content.ts';
import { readText } from './read-text.ts';
import type { ContentFile } from './walk-content.ts';

export interface FoundRecording {
  use: ImageUse;
  file: ContentFile;
}

/** Whether a use is that of a recording: only a text can show one. */
export function isRecordingUse({ name, span }: ImageUse): boolean {
  return span !== undefined && recordingExtension(name) !== undefined;
}

/** The files that belong to recordings: posters are pictures of the text, for which they are checked. */
export function companionUses(
  recordings: readonly FoundRecording[],
  { sorted }: Pick<LoadedFiles, 'sorted'>,
): { posters: FoundRecording[]; others: ContentFile[] } {
  const posters: FoundRecording[] = [];
  const others: ContentFile[] = [];
  for (const { use, file } of recordings) {
    const names = sorted.beside.get(dirname(file.path));
    const { poster, transcript, captions } = findCompanions(use.name, names?.keys() ?? []);
    for (const name of [transcript, ...captions.map((caption) => caption.file)]) {
      const other = names?.get(name ?? '');
      if (other !== undefined) others.push(other);
    }
    const picture = names?.get(poster ?? '');
    if (poster !== undefined && picture !== undefined)
      posters.push({ use: { ...use, name: poster }, file: picture });
  }
  return { posters, others };
}

/** Looks into one recording, for every place that shows it. */
export async function inspectRecordings(
  recordings: readonly FoundRecording[],
  { job: { root, name }, index, sorted }: LoadedFiles,
): Promise<AcrossFinding[]> {
  const [first] = recordings;
  if (first === undefined) return [];
  const { onDisk, path } = first.file;
  const extension = recordingExtension(path) ?? '';
  const content = await makeOnce(first.file, { kind: 'recording', depends: extension }, index, () =>
    inspectRecording(join(root, onDisk), extension),
  );
  return recordings.flatMap(({ use }) => {
    const names = sorted.beside.get(dirname(path))?.keys() ?? [];
    const beside = { base: baseOf(use.name), ...findCompanions(use.name, names) };
    return checkRecording(use, content, beside, stripCommand(`${name}/${path}`));
  });
}

/** Looks through a file of captions. */
export function inspectCaptions(
  file: ContentFile,
  { job: { root }, index }: Pick<LoadedFiles, 'job' | 'index'>,
): AcrossFinding[] {
  const question = { kind: 'captions', depends: '' } as const;
  const known = index.find(file, question);
  if (known !== undefined) return known;
  const read = readText(join(root, file.onDisk), CAPTIONS_MAX_BYTES);
  if ('problem' in read)
    return [
      { path: file.path, span: { line: 1, column: 1 }, finding: { ...read.problem, path: [] } },
    ];
  const made = checkCaptions(read.text).map(({ line, message }) =>
    captionFinding(file.path, line, message),
  );
  return index.keep(file, question, { made, digest: read.digest });
}
