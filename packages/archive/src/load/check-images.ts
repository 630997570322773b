import { basename, dirname, join } from 'node:path';
import {
  type AcrossFinding,
  checkDrawing,
  checkImage,
  type ImageUse,
  imageUses,
  missingImage,
  textImages,
  unusedImage,
} from '@tamizdat/article-schema';
import { mapBounded } from '@tamizdat/files';
import type { DrawingProblem, ImageFacts } from '@tamizdat/media';
import { makeOnce } from '../kept/make-once.ts';
import { IMAGES_AT_ONCE } from '../limits.ts';
import {
  companionUses,
  inspectCaptions,
  inspectRecordings,
  isRecordingUse,
} from './check-recordings.ts';
import type { LoadedFiles } from './check-content.ts';
import type { ContentFile } from './walk-content.ts';

interface FoundImage {
  use: ImageUse;
  file: ContentFile;
}

/** Images and recordings that files name: whether they exist and, where asked for, what they hold. */
export async function checkImages(loaded: LoadedFiles): Promise<AcrossFinding[]> {
  const uses = namedImages(loaded);
  const found: FoundImage[] = [];
  const missing: AcrossFinding[] = [];
  for (const use of uses) {
    const names = loaded.sorted.beside.get(dirname(use.path).replace(/^\.$/, ''));
    const file = names?.get(use.name);
    if (file === undefined) missing.push(missingImage(use, [...(names?.keys() ?? [])]));
    else found.push({ use, file });
  }
  if (loaded.options.images !== true) return missing;
  const { posters, others } = companionUses(
    found.filter(({ use }) => isRecordingUse(use)),
    loaded,
  );
  const used = [...[...found, ...posters].map(({ file }) => file), ...others];
  const unused = unusedFiles(loaded, used);
  const inside = await inspectAll([...found, ...posters, ...unused.map(asOwnUse)], loaded);
  const captions = new Set(others.filter(({ path }) => path.endsWith('.vtt')));
  return [
    ...missing,
    ...unused.map(({ path }) => unusedImage(path)),
    ...inside,
    ...[...captions].flatMap((file) => inspectCaptions(file, loaded)),
  ];
}

function namedImages({ parsed, records }: LoadedFiles): ImageUse[] {
  const mark = records.outlet?.mark;
  return [
    ...parsed.flatMap(({ outline, references }) => imageUses(outline, references)),
    ...records.pages.flatMap(({ path, references }) => textImages(path, references)),
    ...records.authors.flatMap(({ id, photo }) =>
      photo === undefined ? [] : [{ path: `authors/${id}.yaml`, name: photo, field: ['photo'] }],
    ),
    ...(mark === undefined ? [] : [{ path: 'outlet.yaml', name: mark, field: ['mark'] }]),
  ];
}

/** Extensions of files that only make sense where an article shows them. */
const SHOWN = /\.(?:jpe?g|png|webp|gif|avif|svg|mp3|m4a|ogg|opus|mp4|webm|vtt|transcript\.md)$/i;

/** Files beside articles that do not show them; they stand in the repository all the same. */
function unusedFiles({ parsed, sorted, options }: LoadedFiles, used: ContentFile[]): ContentFile[] {
  if (options.texts !== true) return [];
  const shown = new Set(used.map(({ path }) => path));
  return parsed.flatMap(({ value }) =>
    value === undefined
      ? []
      : [...(sorted.beside.get(value.folder)?.values() ?? [])].filter(
          ({ path }) => SHOWN.test(path) && !shown.has(path),
        ),
  );
}

const asOwnUse = (file: ContentFile): FoundImage => ({
  file,
  use: { path: file.path, name: basename(file.path), span: { line: 1, column: 1 } },
});

async function inspectAll(found: FoundImage[], loaded: LoadedFiles): Promise<AcrossFinding[]> {
  const groups = [...Map.groupBy(found, ({ file }) => file.path).values()];
  const wrong = await mapBounded(groups, IMAGES_AT_ONCE, (images) => inspectOne(images, loaded));
  return wrong.flat();
}

async function inspectOne(
  images: readonly FoundImage[],
  loaded: LoadedFiles,
): Promise<AcrossFinding[]> {
  const { name } = loaded.job;
  const [first] = images;
  if (first === undefined) return [];
  if (/\.(?:vtt|md)$/i.test(first.file.path)) return [];
  if (isRecordingUse(first.use)) return inspectRecordings(images, loaded);
  // A portrait is a photograph.
  if (/\.svg$/i.test(first.file.path) && first.use.field?.[0] !== 'photo')
    return checkDrawing(first.file.path, await drawingProblems(first.file, loaded));
  const facts = await imageFacts(first.file, loaded);
  return images.flatMap(({ use, file: { path } }) => checkImage(use, facts, `${name}/${path}`));
}

function imageFacts(file: ContentFile, { job, index }: LoadedFiles): Promise<ImageFacts> {
  return makeOnce(file, { kind: 'image', depends: '' }, index, async () => {
    const { inspectImage } = await loadMedia();
    return inspectImage(join(job.root, file.onDisk));
  });
}

function drawingProblems(
  file: ContentFile,
  { job, index }: LoadedFiles,
): Promise<DrawingProblem[]> {
  const make = async (): Promise<DrawingProblem[]> => {
    const { inspectDrawing } = await loadMedia();
    return (await inspectDrawing(join(job.root, file.onDisk))).problems;
  };
  // Drawing it has a limit in time, which a faster machine may keep.
  return makeOnce(
    file,
    { kind: 'drawing', depends: '' },
    index,
    make,
    ({ length }) => length === 0,
  );
}

/** Loaded where there is an image to look into: a check of one text is done before it would be. */
const loadMedia = () => import('@tamizdat/media');
