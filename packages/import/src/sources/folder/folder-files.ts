import { readBelow, walkFolder } from '@tamizdat/files';
import { CONFIG_MAX_BYTES, FOLDER_FILES_MAX, RECORD_MAX_LENGTH } from '../../limits.ts';
import { SourceError } from '../source-error.ts';
import { type DataKind, parseData } from './parse-data.ts';
import type { Row } from './row.ts';

/** What no system keeps its texts in, and what machines made. */
const PASSED_OVER =
  /^(?:\.(?!eleventy\.).*|node_modules|bower_components|vendor|_site|__pycache__)$/;

/** The files of a site's folder; links in it are not followed. */
export interface FolderFiles {
  root: string;
  /** Paths from the folder, `/`-separated, sorted. */
  files: readonly string[];
  has: (path: string) => boolean;
  /** How many links, sockets and the like were passed over. */
  others: number;
  /** The bytes of a text; undefined where it is missing, too long or no plain file. */
  read: (path: string) => Uint8Array | undefined;
  /** Fields of a settings file, by its ending; none where it is missing or nobody can read it. */
  data: (path: string) => Row;
  /** Fields of the first of some files without their ending: `_config` is `_config.yml` too. */
  dataOf: (...names: string[]) => Row;
}

const ENDINGS: Readonly<Record<string, DataKind>> = {
  yml: 'yaml',
  yaml: 'yaml',
  toml: 'toml',
  json: 'json',
};

/** Lists a folder once. Throws SourceError for one that is no site but a disk. */
export function openFolderFiles(root: string): FolderFiles {
  const { files, others } = walkFolder(root, (path) =>
    PASSED_OVER.test(path.slice(path.lastIndexOf('/') + 1)),
  );
  if (files.length > FOLDER_FILES_MAX)
    throw new SourceError({
      en: `“${root}” holds more than ${FOLDER_FILES_MAX} files. Name the folder of one site.`,
      ru: `В «${root}» больше ${FOLDER_FILES_MAX} файлов. Назовите папку одного сайта.`,
    });
  const known = new Set(files);
  const read = (path: string): Uint8Array | undefined => readQuietly(root, path);
  const data = (path: string): Row => {
    const kind = ENDINGS[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
    const bytes = kind === undefined || !known.has(path) ? undefined : read(path);
    if (kind === undefined || bytes === undefined || bytes.length > CONFIG_MAX_BYTES) return {};
    return parseData(new TextDecoder().decode(bytes), kind)?.fields ?? {};
  };
  const dataOf = (...names: string[]): Row => {
    const path = names
      .flatMap((name) => Object.keys(ENDINGS).map((ending) => `${name}.${ending}`))
      .find((one) => known.has(one));
    return path === undefined ? {} : data(path);
  };
  return { root, files, has: (path) => known.has(path), others: others.length, read, data, dataOf };
}

/** Nothing where it is no plain file below the folder, on a way without links. */
function readQuietly(root: string, path: string): Uint8Array | undefined {
  try {
    return readBelow(root, path, RECORD_MAX_LENGTH);
  } catch {
    return undefined;
  }
}
