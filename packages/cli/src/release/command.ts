import { statSync } from 'node:fs';
import path from 'node:path';
import { fingerprintOf, makeRelease, type MadeRelease, parseRoot } from '@tamizdat/release';
import { withLock } from '@tamizdat/tree';
import { defineCommand } from 'citty';
import { readNow } from '../clock/read-now.ts';
import { UsageError } from '../frame/usage-error.ts';
import { isWithin } from '../keys/is-within.ts';
import { loadRoots } from '../keys/root-files.ts';
import { args, type Options } from './arguments.ts';
import { findFaults } from './find-faults.ts';
import { describeOutlet, refuseKeysInside, releaseState } from './find-outlet.ts';
import { openSigners } from './open-signers.ts';

export default defineCommand({
  meta: {
    name: 'release',
    description:
      'Sign a finished tree as the next release and write its folder release/. The passphrase of the keys is asked for, or taken from TAMIZDAT_PASSPHRASE; keys may stand in TAMIZDAT_KEY_TARGETS, TAMIZDAT_KEY_SNAPSHOT and TAMIZDAT_KEY_TIMESTAMP instead. Exit codes: 0 released, 1 refused or failed, 2 usage.',
  },
  args,
  async run({ args: options }) {
    const tree = path.resolve(options.tree);
    const keys = path.resolve(options.keys);
    if (!statSync(tree, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(`There is no folder ${tree}; tamizdat build makes one.`);
    refuseKeysInside(isWithin(keys, tree), keys, tree);
    const state = releaseState(options.content);
    const made = await withLock(`${state}.lock`, () => release(options, { tree, keys, state }));
    if (made === undefined) process.exitCode = 1;
    else report(made, options);
  },
});

type Made = MadeRelease & { fingerprint: string };

/** @returns undefined where the tree must not be signed; the reasons then stand on standard error */
async function release(
  { content }: Options,
  { tree, keys, state }: { tree: string; keys: string; state: string },
): Promise<Made | undefined> {
  const now = readNow();
  const roots = await loadRoots(keys);
  const { origin, clock } = await describeOutlet(content, now);
  const faults = await findFaults(tree, origin);
  if (faults.length > 0) {
    process.stderr.write(
      `${faults.join('\n\n')}\n\nNothing was signed: ${faults.length} found in ${tree}.\n`,
    );
    return undefined;
  }
  const root = await parseRoot(roots.at(-1) ?? new Uint8Array());
  const signers = await openSigners(keys, root, ['targets', 'snapshot', 'timestamp']);
  const made = makeRelease({ tree, state, roots, keys: signers, now, clock, origin, mirrors: [] });
  return { ...made, fingerprint: fingerprintOf(roots[0] ?? new Uint8Array()) };
}

function report({ release: { number, tree }, changes, ...made }: Made, { json }: Options): void {
  const { fingerprint, written, deleted, formerMissing } = made;
  const said = { number, fingerprint, changed: changes.length, written, deleted, formerMissing };
  const lines = [
    `Release ${number}: ${tree.files} files, ${changes.length} changed; in release/ ${written} written, ${deleted} deleted`,
    `Fingerprint ${fingerprint}`,
    ...formerMissing.map((file) => `Warning: the former bytes of ${file} are not at hand any more`),
  ];
  process.stdout.write(json ? `${JSON.stringify(said, undefined, 2)}\n` : `${lines.join('\n')}\n`);
}
