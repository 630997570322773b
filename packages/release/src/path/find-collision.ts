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
  for (const path of paths) {
    const names = [
      ...listFolders(path).map((name) => ({ name, isFile: false })),
      { name: path, isFile: true },
    ];
    for (const { name, isFile } of names) {
      const folded = name.toLowerCase();
      const known = byFolded.get(folded);
      if (known === undefined) byFolded.set(folded, { name, isFile });
      else if (known.name !== name || known.isFile || isFile) return [known.name, path];
    }
  }
  return undefined;
}
