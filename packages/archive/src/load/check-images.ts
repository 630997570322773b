import { basename, dirname, join } from 'node:path';
import {
  type AcrossFinding,
  checkImage,
  type ImageUse,
  imageUses,
  missingImage,
  textImages,
  unusedImage,
} from '@tamizdat/article-schema';
import { inspectImage } from '@tamizdat/media';
import { IMAGES_AT_ONCE } from '../limits.ts';
import type { LoadedFiles } from './check-content.ts';
import type { ContentFile } from './walk-content.ts';

interface FoundImage {
  use: ImageUse;
  file: ContentFile;
}

/** Images that files name: whether they exist and, where asked for, what they hold. */
export async function checkImages(loaded: LoadedFiles): Promise<AcrossFinding[]> {
  const uses = namedImages(loaded);
  const found: FoundImage[] = [];
  const missing: AcrossFinding[] = [];
  for (const use of uses) {
    const names = loaded.sorted.beside.get(dirname(use.path).replace(/^\.$/, ''));
    const file = names?.get(use.name);
    if (file === undefined) missing.push(missingImage(use, [...(names?.keys() ?? [])]));
    else if (use.field?.[0] !== 'mark') found.push({ use, file });
  }
  if (loaded.options.images !== true) return missing;
  const unused = unusedFiles(loaded, uses);
  const inside = await inspectAll([...found, ...unused.map(asOwnUse)], loaded);
  return [...missing, ...unused.map(({ path }) => unusedImage(path)), ...inside];
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

/** Pictures beside articles that do not show them; they stand in the repository all the same. */
function unusedFiles({ parsed, sorted, options }: LoadedFiles, uses: ImageUse[]): ContentFile[] {
  if (options.texts !== true) return [];
  const shown = new Set(uses.map(({ path, name }) => `${dirname(path)}/${name}`));
  return parsed.flatMap(({ value }) =>
    value === undefined
      ? []
      : [...(sorted.beside.get(value.folder)?.values() ?? [])].filter(
          ({ path }) => /\.(?:jpe?g|png|webp|gif|avif)$/i.test(path) && !shown.has(path),
        ),
  );
}

const asOwnUse = (file: ContentFile): FoundImage => ({
  file,
  use: { path: file.path, name: basename(file.path), span: { line: 1, column: 1 } },
});

async function inspectAll(found: FoundImage[], loaded: LoadedFiles): Promise<AcrossFinding[]> {
  const groups = [...Map.groupBy(found, ({ file }) => file.path).values()];
  const results: AcrossFinding[][] = [];
  const queue = [...groups.entries()].reverse();
  const hand = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [index, images] = next;
      results[index] = await inspectOne(images, loaded);
    }
  };
  await Promise.all(Array.from({ length: IMAGES_AT_ONCE }, hand));
  return results.flat();
}

async function inspectOne(
  images: readonly FoundImage[],
  { root, name }: LoadedFiles,
): Promise<AcrossFinding[]> {
  const [first] = images;
  if (first === undefined) return [];
  const file = join(root, first.file.onDisk);
  const facts = await inspectImage(file);
  return images.flatMap(({ use, file: { path } }) => checkImage(use, facts, `${name}/${path}`));
}
