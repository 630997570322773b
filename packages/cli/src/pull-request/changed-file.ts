/** What a file is, as git keeps it (“git help fast-import”, modes). */
export type FileSort = 'file' | 'executable' | 'link' | 'submodule' | 'deleted';

/** A file that a pull request adds, changes or deletes. */
export interface ChangedFile {
  /** From the repository's folder, `/`-separated, as git has it. */
  path: string;
  sort: FileSort;
  /** Name of the object; of a submodule, a commit that is not there. */
  object: string;
  /** Name of the object that stood there before; zeros where none did. */
  former: string;
}

const SORTS: Readonly<Record<string, FileSort>> = {
  '100644': 'file',
  '100755': 'executable',
  '120000': 'link',
  '160000': 'submodule',
  '000000': 'deleted',
};

/**
 * Takes one file out of what `git diff-tree -r -z --raw --no-renames --no-abbrev` says: two fields for each file, what
 * it is and its path.
 */
export function parseChange(facts: string, path: string): ChangedFile {
  const [, mode = '', former = '', object = ''] = facts.split(' ');
  return { path, sort: SORTS[mode] ?? 'file', object, former };
}
