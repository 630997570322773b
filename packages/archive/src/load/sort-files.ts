import type { Problem } from '@tamizdat/problem';
import { FILE_PROBLEMS, fileProblem } from './file-problems.ts';
import type { ContentFile } from './walk-content.ts';

/** The files of a content folder by what they are. */
export interface SortedFiles {
  outlet?: ContentFile;
  mirrors?: ContentFile;
  authors: ContentFile[];
  fronts: ContentFile[];
  pages: ContentFile[];
  appeals: ContentFile[];
  words: ContentFile[];
  articles: ContentFile[];
  /** Everything else, by folder and NFC name: images, recordings, their transcripts, and what lies beside them. */
  beside: Map<string, Map<string, ContentFile>>;
  problems: Problem[];
}

/** Says of each file what it is, by its path alone. */
export function sortFiles(files: readonly ContentFile[], name: string): SortedFiles {
  const sorted: SortedFiles = {
    authors: [],
    fronts: [],
    pages: [],
    appeals: [],
    words: [],
    articles: [],
    beside: new Map(),
    problems: [],
  };
  for (const file of files) place(file, sorted, name);
  sorted.problems.push(...foldersWithoutIndex(sorted, name));
  return sorted;
}

function place(file: ContentFile, sorted: SortedFiles, name: string): void {
  const { path } = file;
  if (path === 'outlet.yaml') sorted.outlet = file;
  else if (path === 'mirrors.yaml') sorted.mirrors = file;
  else if (/^authors\/[^/]+\.yaml$/.test(path)) sorted.authors.push(file);
  else if (/^front\/[^/]+\.yaml$/.test(path)) sorted.fronts.push(file);
  else if (/^words\/[^/]+\.yaml$/.test(path)) sorted.words.push(file);
  else if (/\.transcript\.md$/.test(path)) putBeside(file, sorted);
  else if (/^pages\/.+\.md$/.test(path)) sorted.pages.push(file);
  else if (/^appeals\/.+\.md$/.test(path)) sorted.appeals.push(file);
  else if (/^articles\/.+\.md$/i.test(path)) sorted.articles.push(file);
  else if (/^(?:outlet|mirrors|authors\/.+|front\/.+|words\/.+)\.ya?ml$/i.test(path)) {
    sorted.problems.push(fileProblem(`${name}/${path}`, misplaced(path)));
  } else putBeside(file, sorted);
}

const misplaced = (path: string) =>
  path.endsWith('.yaml')
    ? {
        code: 'file-misplaced',
        message: 'The file stands a folder too deep.',
        remedy: 'Move it up.',
        ru: {
          message: 'Файл лежит на папку глубже, чем нужно.',
          remedy: 'Перенесите его на уровень выше.',
        },
      }
    : FILE_PROBLEMS.extension;

function putBeside(file: ContentFile, { beside }: SortedFiles): void {
  const cut = file.path.lastIndexOf('/');
  const folder = file.path.slice(0, Math.max(cut, 0));
  const names = beside.get(folder) ?? new Map<string, ContentFile>();
  names.set(file.path.slice(cut + 1), file);
  beside.set(folder, names);
}

function foldersWithoutIndex({ beside, articles }: SortedFiles, name: string): Problem[] {
  const withIndex = new Set(articles.map(({ path }) => path.replace(/\/[^/]*$/, '')));
  return [...beside.keys()]
    .filter((folder) => folder.startsWith('articles/') && !withIndex.has(folder))
    .map((folder) => fileProblem(`${name}/${folder}`, FILE_PROBLEMS.indexMissing));
}
