import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isWithin, listContent } from '@tamizdat/archive';
import {
  ARTICLE_FILE_MAX_BYTES,
  metadataInRussian,
  type Problem,
  slugOf,
} from '@tamizdat/article-schema';
import { judgePlace, moveFolder, replaceFile } from '@tamizdat/files';
import { inspectImage, stripImage } from '@tamizdat/media';
import type { Mended } from './mended.ts';
import { mendText } from './mend-text.ts';
import { say } from '../language/say.ts';

/**
 * Mends what has one answer in the named files and folders of a content folder: the form of letters,
 * times without a zone, metadata in pictures, folders whose names cannot be addresses. Every file is
 * replaced at once by its new bytes; nothing is overwritten. `problems` are those of a check.
 */
export async function mendContent(
  root: string,
  names: readonly string[],
  problems: readonly Problem[],
): Promise<Mended[]> {
  const { paths, outlet } = listContent(root);
  if (outlet === undefined) return [];
  const mended: Mended[] = [];
  for (const name of paths.filter((given) => isWithin(given, names)))
    mended.push(...mendFile(root, name, outlet.timeZone));
  const folders = placesOf(problems, 'image-metadata', root);
  for (const folder of folders) mended.push(...(await stripPictures(folder, root)));
  const titles = new Map(
    problems.filter(isFolderName).map((problem) => [folderOf(problem, root), problem]),
  );
  for (const [folder, problem] of titles) mended.push(...renameFolder(root, folder, problem));
  return mended;
}

const folderOf = ({ file }: Problem, root: string): string =>
  path.dirname(path.join(path.dirname(root), file));

const placesOf = (problems: readonly Problem[], code: string, root: string): string[] => [
  ...new Set(
    problems.filter((problem) => problem.code === code).map((problem) => folderOf(problem, root)),
  ),
];

function mendFile(root: string, name: string, timeZone: string): Mended[] {
  const file = path.join(root, name);
  const facts = lstatSync(file, { throwIfNoEntry: false });
  if (facts?.isFile() !== true || facts.size > ARTICLE_FILE_MAX_BYTES) return [];
  const before = decode(readFileSync(file));
  if (before === undefined) return [];
  const { text, what } = mendText(before, timeZone);
  if (text === before) return [];
  replaceFile(root, file, text);
  return [{ file, what: what.join('; ') }];
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function stripPictures(folder: string, root: string): Promise<Mended[]> {
  if (!existsSync(path.join(root, judgePlace(root, folder)))) return [];
  const mended: Mended[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:jpe?g|png|webp|avif|gif)$/i.test(entry.name)) continue;
    const file = path.join(folder, entry.name);
    const { metadata, refused } = await inspectImage(file);
    if (metadata.length === 0 || refused !== undefined) continue;
    const stripped = await stripImage(readFileSync(file));
    if (stripped === undefined) continue;
    replaceFile(root, file, stripped.bytes);
    const turned = stripped.turned
      ? say({ en: ', and the picture was turned upright', ru: ', а картинка повёрнута как надо' })
      : '';
    mended.push({
      file,
      what: say({
        en: `taken out: ${metadata.join(', ')}${turned}`,
        ru: `убрано: ${metadata.map(metadataInRussian).join(', ')}${turned}`,
      }),
    });
  }
  return mended;
}

/** A folder whose name is no address yet; one on a day of its own, as `22-Паром`. */
const isFolderName = ({ code, found }: Problem): boolean =>
  code === 'folder-name' && found !== undefined;

function renameFolder(
  root: string,
  folder: string,
  { found = '', example = '' }: Problem,
): Mended[] {
  const slug = slugOf(found);
  const day = /^\d\d-/.exec(path.basename(folder))?.[0];
  const name = slug === undefined ? example : `${day ?? ''}${slug}`;
  const to = path.join(path.dirname(folder), name);
  if (day === undefined || name === '' || !existsSync(folder) || existsSync(to)) return [];
  moveFolder(root, folder, to);
  return [
    {
      file: to,
      from: folder,
      what: say({
        en: `renamed from “${path.basename(folder)}”`,
        ru: `переименовано из «${path.basename(folder)}»`,
      }),
    },
  ];
}
