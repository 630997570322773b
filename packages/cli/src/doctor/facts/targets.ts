import { loadMirrors } from '@tamizdat/archive';
import type { MirrorTarget } from '@tamizdat/mirrors';
import { chooseTargets } from '../../publish/choose-targets.ts';
import { loadReserve } from '../../reserve/load-reserve.ts';

/** Where the outlet is published to. Reserve mirrors have no name that tells anything. */
export interface OwnTargets {
  /** How many errors the list of mirrors has; then none of it counts. */
  errors: number;
  mirrors: MirrorTarget[];
}

/** @throws UsageError for a reserve list that is not right, without what stands in it */
export async function loadTargets(content: string): Promise<OwnTargets> {
  const { mirrors, archives, problems } = loadMirrors(content);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const isNone = mirrors.length + archives.length + loadReserve().length === 0;
  if (errors > 0 || isNone) return { errors, mirrors: [] };
  const all = await chooseTargets({ content, to: undefined, address: undefined, _: [] });
  return { errors: 0, mirrors: all.mirrors };
}
