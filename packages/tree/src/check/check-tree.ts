import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { mapBounded } from '@tamizdat/files';
import { inspectContainer } from '@tamizdat/containers';
import {
  checkCaptions,
  isRecording,
  parseRecording,
  recordingExtension,
  stripCommand,
} from '@tamizdat/recordings';
import { compareProblems, type Problem } from '@tamizdat/problem';
import { type Finding, findWholeFile, placeFindings } from '../finding.ts';
import { MAX_BINARY_BYTES, MAX_PROBLEMS, MAX_TEXT_BYTES, PARALLEL_READS } from '../limits.ts';
import { type TreeFile, type TreeListing, walkTree } from '../walk-tree.ts';
import type { TreeContext } from './check-address.ts';
import { checkJsonText } from './check-json.ts';
import { checkNames } from './check-names.ts';
import { checkManifest, checkStylesheet, checkSvg } from './check-other-text.ts';
import {
  checkPage,
  type FragmentLink,
  isPlace,
  listPageIds,
  type PageReport,
} from './check-page.ts';
import { checkXml } from './check-xml.ts';
import { joinStanding, listAffected, type StandingFiles } from './standing-files.ts';

export interface CheckOptions {
  /** The outlet's own base address, such as `https://example.org/`: links to it then have to be relative. */
  origin?: string;
  /** Files that belong to the tree and were checked before. */
  standing?: StandingFiles;
}

/**
 * Checks every file of a finished tree and gives all problems, ordered by file, line and column, up to a limit.
 *
 * @param folder The tree's root.
 * @throws The file system's error when the folder cannot be read.
 */
export async function checkTree(folder: string, options: CheckOptions = {}): Promise<Problem[]> {
  const { standing } = options;
  const built = await walkTree(folder);
  const listing = joinStanding(built, standing);
  const context = buildContext(listing, options.origin);
  const checkIn = (place: string) => (file: TreeFile) => checkFile(place, file, context);
  const reports = await mapBounded(built.files, PARALLEL_READS, checkIn(folder));
  if (standing) {
    const affected = await listAffected(folder, built, standing);
    reports.push(...(await mapBounded(affected, PARALLEL_READS, checkIn(standing.folder))));
  }
  const links = reports.flatMap(({ fragmentLinks }) => fragmentLinks);
  const isBuilt = new Set(built.files.map(({ path }) => path));
  const placeOf = (path: string): string =>
    join(isBuilt.has(path) ? folder : (standing?.folder ?? folder), path);
  const problems = [
    ...checkListing(listing),
    ...reports.flatMap((report) => report.problems),
    ...(await checkFragments(placeOf, links)),
  ];
  return limitProblems(problems.sort(compareProblems));
}

function buildContext(listing: TreeListing, origin: string | undefined): TreeContext {
  return {
    files: new Set(listing.files.map(({ path }) => path)),
    folders: new Set(listing.folders),
    ...(origin !== undefined && { origin: origin.endsWith('/') ? origin : `${origin}/` }),
  };
}

function checkListing({ files, folders, others }: TreeListing): Problem[] {
  const empty = files.filter(({ size }) => size === 0);
  return [
    ...(files.length === 0 ? [findWholeFile('', TREE_EMPTY)] : []),
    ...checkNames([...folders, ...files.map(({ path }) => path)]),
    ...others.map((path) => findWholeFile(path, NOT_A_FILE)),
    ...empty.map(({ path }) => findWholeFile(path, FILE_EMPTY)),
  ];
}

async function checkFile(
  folder: string,
  { path, size }: TreeFile,
  context: TreeContext,
): Promise<PageReport> {
  const checkText = chooseTextCheck(path);
  const limit = checkText ? MAX_TEXT_BYTES : MAX_BINARY_BYTES;
  if (size > limit) return report([findWholeFile(path, fileLarge(size, limit))]);
  if (size === 0) return report([]);
  const bytes = await readFile(join(folder, path));
  if (!checkText) return report([...checkImage(bytes, path), ...checkRecording(bytes, path)]);
  const text = decodeText(bytes);
  return text === undefined
    ? report([findWholeFile(path, NOT_UTF8)])
    : checkText(text, path, context);
}

type TextCheck = (text: string, path: string, context: TreeContext) => PageReport;

const TEXT_CHECKS: ReadonlyMap<string, TextCheck> = new Map([
  ['html', checkPage],
  ['css', place(checkStylesheet)],
  ['json', place((text) => checkJsonText(text, 0))],
  ['webmanifest', place(checkManifest)],
  ['xml', place(checkXml)],
  ['svg', place(checkSvg)],
  ['vtt', place(findCaptionMistakes)],
]);

function chooseTextCheck(path: string): TextCheck | undefined {
  return TEXT_CHECKS.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}

function place(
  check: (text: string, path: string, context: TreeContext) => readonly Finding[],
): TextCheck {
  return (text, path, context) => report(placeFindings(text, path, check(text, path, context)));
}

function report(problems: Problem[]): PageReport {
  return { problems, fragmentLinks: [] };
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function checkImage(bytes: Uint8Array, path: string): Problem[] {
  const { isPicture, metadata } = inspectContainer(bytes) ?? { isPicture: false, metadata: [] };
  return isPicture && metadata.length > 0
    ? [findWholeFile(path, { ...IMAGE_METADATA, found: metadata.join(', ') })]
    : [];
}

function findCaptionMistakes(text: string): Finding[] {
  return checkCaptions(text).map(({ line, message }) => ({
    code: 'captions',
    offset: text.split('\n', line - 1).join('\n').length,
    message: message.en,
    remedy: RECORDING.remedy,
    ru: { message: message.ru, remedy: RECORDING.ru.remedy },
  }));
}

/** A recording is one by its name or by its bytes, so that neither can hide what it tells. */
function checkRecording(bytes: Uint8Array, path: string): Problem[] {
  const extension = extname(path).slice(1).toLowerCase();
  if (recordingExtension(path) === undefined && !isRecording(bytes)) return [];
  const { metadata, refused } = parseRecording(bytes, extension);
  return [
    ...(refused === undefined ? [] : [findWholeFile(path, { ...RECORDING, found: refused.en })]),
    ...(metadata.length === 0
      ? []
      : [
          findWholeFile(path, {
            ...RECORDING_METADATA,
            found: metadata.join(', '),
            example: stripCommand(path),
          }),
        ]),
  ];
}

/** Looks up places in other pages: reads each page that is linked to in that way once more. */
async function checkFragments(
  placeOf: (path: string) => string,
  links: readonly FragmentLink[],
): Promise<Problem[]> {
  const byTarget = Map.groupBy(links, ({ target }) => target);
  const problems = await mapBounded([...byTarget], PARALLEL_READS, async ([target, wanted]) => {
    const ids = listPageIds(await readFile(placeOf(target), 'utf8'));
    return wanted.filter(({ fragment }) => !isPlace(ids, fragment)).map(({ problem }) => problem);
  });
  return problems.flat();
}

function limitProblems(problems: Problem[]): Problem[] {
  if (problems.length <= MAX_PROBLEMS) return problems;
  const more = findWholeFile('', {
    code: 'problems-more',
    message: `There are ${problems.length - MAX_PROBLEMS} problems more than are listed here.`,
    remedy: 'Mend these first: they are often the same on every page.',
    ru: {
      message: `Проблем ещё ${problems.length - MAX_PROBLEMS}, здесь они не показаны.`,
      remedy: 'Сначала исправьте эти: часто они одни и те же на каждой странице.',
    },
  });
  return [...problems.slice(0, MAX_PROBLEMS), more];
}

const TREE_EMPTY = {
  code: 'tree-empty',
  message: 'There are no files in the tree.',
  remedy: 'Build the site first: tamizdat build',
  ru: { message: 'В дереве нет файлов.', remedy: 'Сначала соберите сайт: tamizdat build' },
};

const NOT_A_FILE = {
  code: 'not-a-file',
  message: 'This is a symbolic link, or something else that is not a file.',
  why: 'Mirrors and archives would copy what it points to, or nothing.',
  remedy: 'Put a copy of the file there.',
  ru: {
    message: 'Это символическая ссылка или ещё что-то, что не является файлом.',
    why: 'Зеркала и архивы скопируют то, на что она указывает, или ничего.',
    remedy: 'Положите сюда копию файла.',
  },
};

const FILE_EMPTY = {
  code: 'file-empty',
  message: 'The file is empty.',
  remedy: 'Look for the error in the build, or take the file out.',
  ru: { message: 'Файл пуст.', remedy: 'Поищите ошибку в сборке или уберите файл.' },
};

const NOT_UTF8 = {
  code: 'not-utf8',
  message: 'The file is not valid UTF-8.',
  remedy: 'Save it as UTF-8.',
  ru: { message: 'Файл не в кодировке UTF-8.', remedy: 'Сохраните его в UTF-8.' },
};

const IMAGE_METADATA = {
  code: 'image-metadata',
  message: 'The image carries metadata.',
  why: 'It can tell where a photo was taken, with which camera, and by whom.',
  remedy: 'Let the build make the image; for a file that is copied as it is: exiftool -all= FILE',
  ru: {
    message: 'В изображении есть метаданные.',
    why: 'По ним видно, где снято, какой камерой и кем.',
    remedy:
      'Пусть изображение сделает сборка; для файла, который копируется как есть: exiftool -all= ФАЙЛ',
  },
};

const RECORDING = {
  code: 'recording-unusable',
  message: 'The file is no audio or video that may be published.',
  remedy: 'Let tamizdat check say what to do with the file in the article’s folder.',
  ru: {
    message: 'Это не такая аудио- или видеозапись, какую можно публиковать.',
    remedy: 'Что делать с файлом в папке статьи, скажет tamizdat check.',
  },
};

const RECORDING_METADATA = {
  code: 'recording-metadata',
  message: 'The recording carries metadata.',
  why: 'It can tell where something was recorded, when, with which device, and by whom.',
  remedy: 'Strip it with FFmpeg, which leaves sound and picture as they are.',
  ru: {
    message: 'В записи есть метаданные.',
    why: 'По ним видно, где, когда, на каком устройстве и кем записано.',
    remedy: 'Удалите их с помощью FFmpeg: звук и картинка останутся как есть.',
  },
};

function fileLarge(size: number, limit: number): Parameters<typeof findWholeFile>[1] {
  return {
    code: 'file-large',
    found: `${size} bytes`,
    message: `The file is larger than ${limit} bytes and was not looked into.`,
    remedy: 'Split it, or make it smaller.',
    ru: {
      message: `Файл больше ${limit} байт, его содержимое не проверено.`,
      remedy: 'Разделите его или сделайте меньше.',
    },
  };
}
