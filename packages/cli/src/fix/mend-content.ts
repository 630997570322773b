import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isWithin, listContent } from '@tamizdat/archive';
import { ARTICLE_FILE_MAX_BYTES, metadataInRussian, slugOf } from '@tamizdat/article-schema';
import type { Problem } from '@tamizdat/problem';
import { judgePlace, moveFolder, replaceFile } from '@tamizdat/files';
import { inspectImage, stripImage, type StrippedImage } from '@tamizdat/media';
import { inspectRecording, recordingExtension, stripRecording } from '@tamizdat/recordings';
import type { Mended } from './mended.ts';
import { mendText } from './mend-text.ts';
import { say } from '../language/say.ts';

/**
 * Mends what has one answer in the named files and folders of a content folder: the form of letters,
 * times without a zone, metadata in pictures and recordings, folders whose names cannot be addresses. Every file is
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
  for (const folder of placesOf(problems, /^(?:image|recording)-metadata$/, root))
    mended.push(...(await stripFiles(folder, root)));
  const titles = new Map(
    problems.filter(isFolderName).map((problem) => [folderOf(problem, root), problem]),
  );
  for (const [folder, problem] of titles) mended.push(...renameFolder(root, folder, problem));
  return mended;
}

const folderOf = ({ file }: Problem, root: string): string =>
  path.dirname(path.join(path.dirname(root), file));

const placesOf = (problems: readonly Problem[], code: RegExp, root: string): string[] => [
  ...new Set(
    problems.filter((problem) => code.test(problem.code)).map((problem) => folderOf(problem, root)),
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

async function stripFiles(folder: string, root: string): Promise<Mended[]> {
  if (!existsSync(path.join(root, judgePlace(root, folder)))) return [];
  const mended: Mended[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    const found = entry.isFile() ? await stripOne(file) : undefined;
    if (found === undefined) continue;
    const { stripped, metadata } = found;
    replaceFile(root, file, stripped.bytes);
    const turned = stripped.turned
      ? say({ en: ', and the picture was turned upright', ru: ', а картинка повёрнута как надо' })
      : stripped.anew
        ? say({ en: ', and the picture was encoded anew', ru: ', а картинка перекодирована' })
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

/** A picture or recording that tells something, clean; undefined for others, and where it cannot be cleaned. */
async function stripOne(
  file: string,
): Promise<{ stripped: StrippedImage; metadata: string[] } | undefined> {
  const extension = recordingExtension(file);
  if (extension === undefined && !/\.(?:jpe?g|png|webp|avif|gif)$/i.test(file)) return undefined;
  const { metadata, refused } =
    extension === undefined ? await inspectImage(file) : await inspectRecording(file, extension);
  if (metadata.length === 0 || refused !== undefined) return undefined;
  const stripped =
    extension === undefined
      ? await stripImage(readFileSync(file))
      : asUpright(stripRecording(readFileSync(file)));
  return stripped && { stripped, metadata };
}

const asUpright = (bytes: Buffer | undefined): StrippedImage | undefined =>
  bytes && { bytes, turned: false, anew: false };

/** A folder whose name is no address yet; one on a day of its own, as `22-Паром`. */
const isFolderName = ({ code, found }: Problem): boolean =>
  code === 'folder-name' && found !== undefined;

function renameFolder(
  root: string,
  folder: string,
  { found = '', example = '' }: Problem,
): Mended[] {
  const [, lang] = path.relative(root, folder).split(path.sep);
  const slug = slugOf(found, lang);
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
