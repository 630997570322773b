import type { Archive } from '@tamizdat/archive';
import { bringsWorker, type Outlet } from '@tamizdat/article-schema';
import { coreName, workerScript } from '@tamizdat/reader/worker-script';
import scripts from 'virtual:reader-scripts';
import type { RootFile } from '../metadata/root-files.ts';
import { LOADER } from './bring-loader.ts';

/** At the root, because a worker is for what lies beside and below its script. */
const WORKER = 'worker.js';

const SCRIPT = 'text/javascript; charset=utf-8';

/** Mirrors that stand in the script. With the reader's own address they are as many hosts as the worker asks within a minute. */
const MIRRORS = 3;

/** The worker's files at the root of the tree; none where the outlet has no worker. */
export async function readerRootFiles(door: Archive): Promise<[string, RootFile][]> {
  const outlet = await door.outlet();
  const { reader, rootFingerprint, languages } = outlet;
  if (!bringsWorker(outlet) || !reader || rootFingerprint === undefined) return [];
  const settings = {
    fingerprint: rootFingerprint,
    days: reader.days,
    languages: languages.map(({ code }) => code),
    mirrors: (await door.workerBases()).slice(0, MIRRORS),
  };
  return [
    [LOADER, { type: SCRIPT, build: () => scripts.loader }],
    [WORKER, { type: SCRIPT, build: () => workerScript(scripts, settings) }],
  ];
}

/** The parts of the worker, named by their own hash. */
export function readerScripts(outlet: Outlet): Map<string, string> {
  if (!bringsWorker(outlet)) return new Map();
  return new Map(scripts.cores.map((core) => [coreName(core), core]));
}
