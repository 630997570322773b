import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base } from '@playwright/test';
import { startStaticServer } from './static-server.ts';

/** The finished tree under test. */
export const tree = path.resolve(
  process.env['TAMIZDAT_DIST'] ?? path.join(import.meta.dirname, '../../../dist'),
);

/** Where the same tree is put: design 4.1 promises that its bytes work in each. */
export const placeNames = ['root', 'sub-path', 'plain', 'file'] as const;
export type PlaceName = (typeof placeNames)[number];

export interface Place {
  name: PlaceName;
  /** Address of the tree's root, with a slash at its end. */
  base: string;
  close(): Promise<void>;
}

export async function openPlace(name: PlaceName): Promise<Place> {
  switch (name) {
    case 'root':
      return { name, ...(await startStaticServer({ folder: tree, indexDocuments: true })) };
    case 'sub-path':
      return {
        name,
        ...(await startStaticServer({
          folder: tree,
          prefix: '/ipfs/bafy/mirror/of/',
          indexDocuments: true,
        })),
      };
    case 'plain':
      return { name, ...(await startStaticServer({ folder: tree })) };
    case 'file':
      return { name, base: `${pathToFileURL(tree).href}/`, close: () => Promise.resolve() };
  }
}

/** Tests that get the tree at a plain root. */
export const test = base.extend<object, { site: Place }>({
  site: [
    async ({}, use) => {
      const place = await openPlace('plain');
      await use(place);
      await place.close();
    },
    { scope: 'worker' },
  ],
});
export { expect } from '@playwright/test';
