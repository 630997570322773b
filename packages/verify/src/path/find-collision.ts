/** Gives every folder that `path` lies in, outermost first. */
export function listFolders(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

/**
 * Finds two paths that cannot stand in one tree on every system (SPEC 2.6): equal but for case, one the folder of the
 * other, or with folders that are equal but for case.
 */
export function findCollision(paths: Iterable<string>): [string, string] | undefined {
  const byFolded = new Map<string, { name: string; isFile: boolean }>();
  const folders = new Set<string>();
  for (const path of paths) {
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    // The folder of the file before is nearly always that of this one.
    const around = folders.has(folder) ? [] : listFolders(path);
    folders.add(folder);
    for (const name of [...around, path]) {
      const isFile = name === path;
      const folded = name.toLowerCase();
      const known = byFolded.get(folded);
      if (known === undefined) byFolded.set(folded, { name, isFile });
      else if (known.name !== name || known.isFile || isFile) return [known.name, path];
    }
  }
  return undefined;
}
