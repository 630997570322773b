import { pathToFileURL } from 'node:url';
import { test as base } from '@playwright/test';
import { assertBuilt, sample } from '../../outlets/built-outlets.ts';
import { startStaticServer } from './static-server.ts';

assertBuilt();

/** Where the same tree is put: its bytes work in each. */
export const placeNames = ['root', 'sub-path', 'plain', 'file'] as const;
export type PlaceName = (typeof placeNames)[number];

export interface Place {
  name: PlaceName;
  /** Address of the tree's root, with a slash at its end. */
  base: string;
  close(): Promise<void>;
}

/** Puts a tree, the sample's unless another is given, to a place. */
export async function openPlace(name: PlaceName, tree = sample.tree): Promise<Place> {
  switch (name) {
    case 'root':
      return { name, ...(await startStaticServer({ folder: tree, indexDocuments: true })) };
    case 'sub-path':
      return {
        name,
        ...(await startStaticServer({
          folder: tree,
          prefix: '/ipfs/bafy/mirror/of/',
        })),
      };
    case 'plain':
      return { name, ...(await startStaticServer({ folder: tree })) };
    case 'file':
      return { name, base: `${pathToFileURL(tree).href}/`, close: () => Promise.resolve() };
  }
}

/** Tests that get a tree at a plain root: the sample's, or what `test.use({ tree })` says. */
export const test = base.extend<{ tree: string; site: Place }>({
  tree: [sample.tree, { option: true }],
  site: async ({ tree }, use) => {
    const place = await openPlace('plain', tree);
    await use(place);
    await place.close();
  },
});
export { expect } from '@playwright/test';
