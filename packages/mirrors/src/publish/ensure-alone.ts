import type { Store } from '../kinds/store.ts';
import { MAX_STATUS_BYTES } from '../limits.ts';
import { MirrorError } from '../mirror-error.ts';
import type { Outbox } from './outgoing.ts';
import { type Plan, uniqueTrees } from './plan.ts';
import { STATUS_PATH } from './read-mirror.ts';
import { encodeStatus, parseStatus, type Status, UNKNOWN_BASE } from './status.ts';

/** A publication under way. */
interface Running {
  store: Store;
  plan: Pick<Plan, 'during'>;
  outbox: Outbox;
  /** What the publication before this one called itself. */
  former: string;
}

/**
 * Looks whether another publication to the same mirror began since this one did: who wrote the status last goes on,
 * the other one stops. No store can be locked, so that both may have sent something by then; where this one has moved
 * head or paths, it notes so, and the other one stops too: then the next run finds out what differs, and mends it.
 * A store that shows its publications whole refuses the second one itself.
 * @param hasMoved Whether this one has changed what readers ask for by path.
 * @throws MirrorError `mirror-shared`
 */
export async function ensureAlone(running: Running, hasMoved: boolean): Promise<void> {
  const { store, plan, outbox, former } = running;
  if (store.features.atomic) return;
  const bytes = await store.read(STATUS_PATH, MAX_STATUS_BYTES);
  const status = bytes && parseStatus(bytes);
  // A store that is slow to show what was written shows the former one.
  if (status === undefined || status.by === plan.during.by || status.by === former) return;
  if (hasMoved)
    await store.put([outbox.bytes('published.json', encodeStatus(join(status, plan.during)))]);
  throw new MirrorError(
    'mirror-shared',
    'Another publication to this mirror began while this one was under way.',
    'Let it end, then publish again: whatever either of them left is finished. Publish to a mirror from one place.',
  );
}

/** What may be there after two publications. */
function join(found: Status, own: Status): Status {
  return {
    ...found,
    by: own.by,
    complete: false,
    base: found.base === own.base ? own.base : UNKNOWN_BASE,
    begun: uniqueTrees([...found.begun, ...own.begun]),
    maybe: [...new Set([...found.maybe, ...own.maybe])].sort(),
  };
}
