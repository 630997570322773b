import { readFileSync } from 'node:fs';
import type { Plugin } from '@tamizdat/bundle';

/** Where something failed and what was found there. */
const DETAILS = /(new ReleaseError\((?:'[\w-]+'|code)), \{(?:[^{}]|\{[^{}]*\})*\}\)/g;
/** Where an error keeps them. */
const KEPT =
  /, detail: ReleaseErrorDetail = \{\}|readonly detail: .*|this\.detail = .*|override name = 'ReleaseError';/g;
const MESSAGE = /super\(.*\)/g;
/** Codes that nothing in the worker asks for. */
const CODES =
  /(new ReleaseError|startShape)\(\s*'(?!rollback|threshold|not-in-tree|bad-path)[\w-]+'/g;
/** The member of which a condition speaks. */
const MEMBER = /(\bensure\(.*), (?:'[^']*'|list|name)\)/g;
/** What makes conditions that speak of a file. They all fail alike. */
const FILE = /\bstartShape\(''(?:, [^)]*)?\)/g;
const SHAPE = /startShape\(code.*\{\n  return \(holds, found\) => \{(\n.*)\n  \};/;

/** What met the worker, where a caller asks for no more than the kind. */
const MET =
  /(new (?:Error|NoAnswer|NoSource|ReleaseError))\('(?:silent or broken|redirect|too large|wrong-publisher|late|old|none|no \w+)'\)/g;

/** Which names a file may have is of weight to those who write files: here a path is only looked up in what was signed. */
const STRICT_PATH = "export const isStrictPath = (path: string) => path !== '';";

/**
 * Files that are read only when their hash has been found in what the newsroom signed: whether it gave them their right form was
 * asked when it signed them. Of the conditions there the version of the form stays.
 */
const SIGNED = /verify\/src\/(?:node|node\/decode-node|release-file)\.ts$/;
const FORM =
  /^ +(?:ensure\((?!.*(?:NODE_VERSION|_type))[^;]*;|let (?:typesUsed|pieces) = 0;|(?:typesUsed|pieces) \+?= .*;|const keys = isLeaf[^]*found: 'place' \}\);)\n|if \(!SURROGATE\.test\(text\)\) /gm;

/** Leaves out of the worker what only people at a command line read: a phone pays for it by the byte. */
export const withoutDetails: Plugin = {
  name: 'without-details',
  setup(build) {
    build.onLoad({ filter: /packages\/verify\/src\/path\/strict-path\.ts$/ }, () => ({
      contents: STRICT_PATH,
      loader: 'ts',
    }));
    build.onLoad(
      { filter: /packages\/(?:verify\/src|reader\/src\/worker)\/.*\.ts$/ },
      ({ path }) => ({
        contents: readFileSync(path, 'utf8')
          .replace(SIGNED.test(path) ? FORM : /^$/, '')
          .replace(DETAILS, '$1)')
          .replace(KEPT, '')
          .replace(MESSAGE, 'super(code)')
          .replace(CODES, "$1(''")
          .replace(MEMBER, '$1)')
          .replace(FILE, 'startShape')
          .replace(SHAPE, 'startShape(holds: boolean) {$1')
          .replace('new ReleaseError(code)', "new ReleaseError('')")
          .replace(
            MET,
            (_, made: string) => `${made}(${made.endsWith('ReleaseError') ? "''" : ''})`,
          ),
        loader: 'ts',
      }),
    );
  },
};
