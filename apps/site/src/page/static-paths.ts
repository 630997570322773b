import { pagePaths } from '@tamizdat/archive';
import { archive } from '../archive.ts';

/** Makes the `getStaticPaths` of a kind of page: which of them there are stands in the archive's table. */
export const pathsOf =
  <Kind extends Parameters<typeof pagePaths>[1]>(kind: Kind) =>
  async () =>
    pagePaths<Kind>(await archive(), kind);
