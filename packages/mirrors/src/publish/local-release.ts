import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodePath, type ReadNode, readNodesFrom } from '@tamizdat/release';
import { isMissing, walkFolder } from '@tamizdat/files';
import { parseBundle, parseRelease, type Release } from '@tamizdat/verify';
import { hashBytes } from '../kinds/check-outgoing.ts';
import { MirrorError } from '../mirror-error.ts';
import type { KnownTree } from './status.ts';

/** A released tree in a folder, as it is to be published. */
export interface LocalRelease {
  /** The tree's folder. */
  folder: string;
  release: Release;
  tree: KnownTree;
  /** The version of `timestamp.json`. */
  timestamp: number;
  /** SHA-256 of `bundle.json` and `timestamp.json`, one after the other. */
  head: string;
  /** The bytes of `release.json`: what is aimed at (SPEC 11.2). */
  aim: Uint8Array<ArrayBuffer>;
  bundle: Uint8Array;
  timestampFile: Uint8Array;
  /** Files of `release/` but `bundle.json`, `timestamp.json` and archives, by name in it. */
  names: Set<string>;
  /** Paths taken down in the last releases (SPEC 6.4). */
  takenDown: Set<string>;
  read: ReadNode;
}

/** Files of `release/` that every publication writes anew, or that are a publisher's own. */
const OWN = new Set(['bundle.json', 'timestamp.json', 'pending.json', 'published.json']);

/**
 * Reads what is to be published from a tree that `tamizdat release` has signed.
 * @throws MirrorError `no-release`, `tree-changed`
 */
export function loadLocalRelease(folder: string): LocalRelease {
  const at = join(folder, 'release');
  const bundle = readHead(at, 'bundle.json');
  const timestampFile = readHead(at, 'timestamp.json');
  const { files } = parseBundle(bundle);
  if (hashBytes(files.timestamp) !== hashBytes(timestampFile)) throw changed('timestamp.json');
  const release = parseRelease(files.release);
  const { tree, limits, number } = release;
  const names = new Set(
    walkFolder(at, (path) => path === 'archives').files.filter((name) => !OWN.has(name)),
  );
  const read = readNodesFrom(at);
  if (!names.has(nodePath(tree.root))) throw changed(nodePath(tree.root));
  return {
    folder,
    release,
    tree: { number, root: tree.root, level: limits.depth - 1 },
    timestamp: versionOf(timestampFile),
    head: hashBytes(Buffer.concat([bundle, timestampFile])),
    aim: files.release,
    bundle,
    timestampFile,
    names,
    takenDown: new Set(readTakenDown(release, read)),
    read,
  };
}

function readHead(folder: string, name: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(join(folder, name)));
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new MirrorError(
      'no-release',
      {
        en: `There is no signed release in this tree: release/${name} is missing.`,
        ru: `В этом дереве нет подписанного выпуска: не хватает release/${name}.`,
      },
      {
        en: 'Run “tamizdat release” on it first.',
        ru: 'Сначала сделайте из него выпуск: «tamizdat release».',
      },
    );
  }
}

const changed = (name: string): MirrorError =>
  new MirrorError(
    'tree-changed',
    {
      en: `release/${name} does not belong to the release in release/bundle.json.`,
      ru: `release/${name} не относится к выпуску из release/bundle.json.`,
    },
    {
      en: 'The tree changed while it was read, or is not whole. Run “tamizdat release”, then publish again.',
      ru: 'Дерево изменилось, пока его читали, или оно неполно. Запустите «tamizdat release» и опубликуйте ещё раз.',
    },
    { passing: true },
  );

function versionOf(timestamp: Uint8Array): number {
  const { signed } = JSON.parse(new TextDecoder().decode(timestamp)) as {
    signed: { version: number };
  };
  return signed.version;
}

function readTakenDown({ removed }: Release, read: ReadNode): string[] {
  if (removed === null) return [];
  return JSON.parse(new TextDecoder().decode(read(removed.sha256))) as string[];
}
