import { dirname, join } from 'node:path';
import {
  type AcrossFinding,
  checkImage,
  type ImageUse,
  imageUses,
  missingImage,
  textImages,
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
    else if (!use.name.endsWith('.svg')) found.push({ use, file });
  }
  const inside = loaded.options.images === true ? await inspectAll(found, loaded) : [];
  return [...missing, ...inside];
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
