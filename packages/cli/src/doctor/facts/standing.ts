import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder itself, or the nearest one above that is there. */
export const standing = (folder: string): string =>
  existsSync(folder) ? folder : standing(path.dirname(folder));
