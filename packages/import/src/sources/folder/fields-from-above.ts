import type { Row } from './row.ts';

/**
 * Fields that files have from the folders above them.
 * @param fieldsAt What a folder says, by its path; empty is the whole site.
 */
export function fieldsFromAbove(fieldsAt: ReadonlyMap<string, Row>): (path: string) => Row {
  if (fieldsAt.size === 0) return () => ({});
  return (path) => {
    const parts = path.split('/').slice(0, -1);
    const folders = ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
    return Object.assign({}, ...folders.map((folder) => fieldsAt.get(folder) ?? {})) as Row;
  };
}

/** The folder that a path stands in; empty for the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The name of a file without folders and ending. */
export const stemOf = (path: string): string =>
  path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]{2,9}$/i, '');
