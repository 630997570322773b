import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** Where something failed and what was found there: a fetch that fails is told to nobody in a worker. */
const DETAILS = /(new ReleaseError\('(?!root-gap)[\w-]+'), \{[^{}]*\}\)/g;
/** The member of which a condition speaks. */
const MEMBER = /(\bensure\(.*), '[^']*'\)/g;

/** Leaves out of the verifier what only people at a command line read: a phone pays for it by the byte. */
export const withoutDetails: Plugin = {
  name: 'without-details',
  setup(build) {
    build.onLoad({ filter: /packages\/verify\/src\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(DETAILS, '$1)').replace(MEMBER, '$1)'),
      loader: 'ts',
    }));
  },
};
