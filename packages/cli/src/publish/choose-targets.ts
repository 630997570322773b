import path from 'node:path';
import { loadMirrors } from '@tamizdat/archive';
import { baseAddress, type Mirror, nearest } from '@tamizdat/article-schema';
import type { MirrorTarget, Place } from '@tamizdat/mirrors';
import { buildReport } from '../check/build-report.ts';
import { UsageError } from '../frame/usage-error.ts';
import { defaultContent } from '../repository/folders.ts';
import { loadReserve, reserveName } from '../reserve/load-reserve.ts';
import type { Options } from './arguments.ts';

/**
 * Finds the mirrors that a command means.
 * @throws UsageError for a name that no mirror has, a place that is none, or a list that is not right
 */
export async function chooseTargets(options: Options): Promise<MirrorTarget[]> {
  if (options.to !== undefined) return [readPlace(options.to, options)];
  if (options.address !== undefined) throw new UsageError('--address belongs to --to.');
  const names = options._;
  const targets = [...(await announced(options.content)), ...reserve()];
  if (targets.length === 0) {
    throw new UsageError(
      'There are no mirrors: write some into content/mirrors.yaml, or publish to a folder with --to.',
    );
  }
  return names.length === 0 ? targets : names.flatMap((name) => findTargets(name, targets));
}

async function announced(content: string | undefined): Promise<MirrorTarget[]> {
  const root = content === undefined ? defaultContent : path.resolve(content);
  const { mirrors, problems } = loadMirrors(root);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    process.stderr.write(await buildReport({ problems: errors, files: 2, root }));
    throw new UsageError('Nothing was published: the list of mirrors is not right.');
  }
  return mirrors.map((mirror) => targetOf(mirror, mirror.name, false));
}

const reserve = (): MirrorTarget[] =>
  loadReserve().map((mirror, index) => targetOf(mirror, reserveName(index), true));

function targetOf(mirror: Mirror, name: string, isReserve: boolean): MirrorTarget {
  return { name, base: mirror.base, place: placeOf(mirror), reserve: isReserve };
}

function placeOf({ kind, folder, repository, branch, squash, remote, compress }: Mirror): Place {
  if (kind === 'folder') return { kind, folder: folder ?? '' };
  if (kind === 'rclone') return { kind, remote: remote ?? '', compress: compress ?? false };
  if (kind === 'copied') return { kind };
  return {
    kind,
    repository: repository ?? '',
    branch: branch ?? 'pages',
    squash: squash ?? false,
  };
}

function findTargets(name: string, targets: readonly MirrorTarget[]): MirrorTarget[] {
  const found = targets.filter((target) =>
    name === 'reserve' ? target.reserve : target.name === name,
  );
  if (found.length > 0) return found;
  const names = targets.map((target) => target.name);
  const meant = nearest(name, names);
  const hint = meant === undefined ? `There are: ${names.join(', ')}.` : `Did you mean “${meant}”?`;
  throw new UsageError(`There is no mirror “${name}”. ${hint}`);
}

/** A remote of rclone is a name and a colon; everything else is a folder. */
const REMOTE = /^(?![A-Za-z]:[/\\])[\w.+@][\w.+@ -]*:[^\r\n]*$/;

function readPlace(to: string, { address, _: names }: Options): MirrorTarget {
  if (names.length > 0) throw new UsageError('--to takes no names of mirrors beside it.');
  const place: Place =
    REMOTE.test(to) && !/^[./]/.test(to)
      ? { kind: 'rclone', remote: to, compress: false }
      : { kind: 'folder', folder: path.resolve(to) };
  return { name: place.kind, base: readBase(address), place, reserve: false };
}

function readBase(address: string | undefined): string | null {
  if (address === undefined) return null;
  const judged = baseAddress(address);
  if ('base' in judged) return judged.base;
  throw new UsageError(
    'A mirror’s address is such as https://mirror.example/site/: https (http for an onion service or this machine), without name, query or page.',
  );
}
