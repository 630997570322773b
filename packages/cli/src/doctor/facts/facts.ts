import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Inspected, isSampleOutlet, YAML_FILE_MAX_BYTES } from '@tamizdat/archive';
import { readPlain } from '@tamizdat/files';
import { digestKit } from '../../build/digest-kit.ts';
import { openKept } from '../../build/kept-content.ts';
import { inspectWhole } from '../../build/read-content.ts';
import { loadRoots } from '../../keys/root-files.ts';
import { commandsOf, type Place } from '../place.ts';
import { asFault } from './faults.ts';
import { loadKeyFolder } from './key-folder.ts';
import { lookAtMirrors } from './look-at-mirrors.ts';
import { loadOwnRelease } from './own-release.ts';
import { loadTargets } from './targets.ts';

/**
 * What questions ask for. Each is loaded once, when somebody asks; what cannot be loaded throws for each who asks. Nothing
 * is written, but what is read of mirrors comes over the network.
 */
export type Facts = ReturnType<typeof openFacts>;

export function openFacts(place: Place) {
  const from = rootFolder(place);
  const roots = once(() => asFault('roots', () => loadRoots(from), from));
  const release = once(async () => {
    const known = await roots();
    return asFault('history', () => loadOwnRelease(place, known), place.state);
  });
  const targets = once(() => loadTargets(place.content));
  return {
    place,
    commands: commandsOf(place),
    whose: once(() => judgeOwner(place.content)),
    content: once((): Promise<Inspected> => {
      const index = openKept(
        place.content,
        { state: place.cache, kit: digestKit() },
        () => undefined,
      );
      return inspectWhole(place.content, new Date(place.now).toISOString(), index);
    }),
    roots,
    keyFolder: once(() => (place.keys === undefined ? undefined : loadKeyFolder(place.keys))),
    release,
    targets,
    mirrors: once(async () =>
      lookAtMirrors(place, await targets(), await roots(), await release()),
    ),
  };
}

/** Whose content it is. An outlet without settings is one with an error. */
function judgeOwner(content: string): 'nobody' | 'sample' | 'outlet' {
  if (!existsSync(content) || readdirSync(content).length === 0) return 'nobody';
  const settings = path.join(content, 'outlet.yaml');
  const isFile = statSync(settings, { throwIfNoEntry: false })?.isFile() === true;
  if (!isFile) return 'outlet';
  const text = new TextDecoder().decode(readPlain(settings, YAML_FILE_MAX_BYTES));
  return isSampleOutlet(text) ? 'sample' : 'outlet';
}

/** Where the roots are taken from: those beside the private keys count, else those in the repository. */
const rootFolder = ({ keys, publicKeys }: Place): string =>
  keys !== undefined && existsSync(path.join(keys, 'root.json')) ? keys : publicKeys;

/** Loads at the first call, and gives the same, or fails the same way, at each. */
function once<Value>(load: () => Value): () => Value {
  let loaded: { value: Value } | { error: unknown } | undefined;
  return () => {
    loaded ??= attempt(load);
    if ('error' in loaded) throw loaded.error;
    return loaded.value;
  };
}

function attempt<Value>(load: () => Value): { value: Value } | { error: unknown } {
  try {
    return { value: load() };
  } catch (error) {
    return { error };
  }
}
