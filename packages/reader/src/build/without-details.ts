import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** Where something failed and what was found there. Only a gap in the roots says what to do next. */
const DETAILS = /(new ReleaseError\('(?!root-gap)[\w-]+'), \{(?:[^{}]|\{[^{}]*\})*\}\)/g;
/** Codes that nothing in the worker asks for. */
const CODES =
  /(new ReleaseError|startShape)\(\s*'(?!root-gap|rollback|threshold|not-in-tree|bad-path)[\w-]+'/g;
/** The member of which a condition speaks. */
const MEMBER = /(\bensure\(.*), '[^']*'\)/g;
/** The file of which conditions speak. */
const FILE = /(\bstartShape\(''), [^)]*\)/g;

/** Leaves out of the verifier what only people at a command line read: a phone pays for it by the byte. */
export const withoutDetails: Plugin = {
  name: 'without-details',
  setup(build) {
    build.onLoad({ filter: /packages\/verify\/src\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(DETAILS, '$1)')
        .replace(CODES, "$1(''")
        .replace(MEMBER, '$1)')
        .replace(FILE, '$1)'),
      loader: 'ts',
    }));
  },
};
