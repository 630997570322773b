import { MAX_BYTES } from '@tamizdat/verify';
import type { Store } from '../kinds/store.ts';
import { hashBytes } from '../kinds/check-outgoing.ts';
import { MirrorError } from '../mirror-error.ts';
import type { Outbox } from './outgoing.ts';
import { type Plan, uniqueTrees } from './plan.ts';
import { type Noted, readNote } from './read-mirror.ts';
import { encodeStatus, type Status, UNKNOWN_BASE } from './status.ts';

/** What was read of a mirror when a publication to it was planned. */
export interface Seen {
  note: Noted;
  /** SHA-256 of its `bundle.json`, if it has one. */
  bundle: string | undefined;
}

/** A publication under way. */
interface Running {
  store: Store;
  plan: Pick<Plan, 'during'>;
  outbox: Outbox;
  seen: Seen;
}

/**
 * Looks, right before the first thing is written, whether the mirror is still what the plan was made from. What was
 * published there since would be lost otherwise.
 * @throws MirrorError `mirror-shared`
 */
export async function ensureUnchanged({ store, seen }: Running): Promise<void> {
  const { seal } = await readNote(store);
  if (seal !== seen.note.seal) throw shared();
}

/**
 * Looks, right after the note was written, whether somebody moved the head meanwhile. Whoever moves it looks at the
 * note afterwards: so of two publications at least one sees the other, on a store that shows what was written.
 * @throws MirrorError `mirror-shared`, after a note that sends the next run to look at the store itself
 */
export async function ensureHeadUnmoved({ store, plan, outbox, seen }: Running): Promise<void> {
  const bundle = await store.read('release/bundle.json', MAX_BYTES.bundle);
  if ((bundle && hashBytes(bundle)) === seen.bundle) return;
  await store.put([outbox.bytes('published.json', encodeStatus({ ...plan.during, sure: false }))]);
  throw shared();
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
  const { store, plan, outbox, seen } = running;
  if (store.features.atomic) return;
  const { status } = await readNote(store);
  // A store that is slow to show what was written shows the former one.
  const isOurs = status?.by === plan.during.by || status?.by === seen.note.status?.by;
  if (status === undefined || isOurs) return;
  if (hasMoved)
    await store.put([outbox.bytes('published.json', encodeStatus(join(status, plan.during)))]);
  throw shared();
}

const shared = (): MirrorError =>
  new MirrorError(
    'mirror-shared',
    {
      en: 'Another publication to this mirror began or ended while this one was under way.',
      ru: 'Пока шла эта публикация, на то же зеркало началась или закончилась другая.',
    },
    {
      en: 'Let it end, then publish again: whatever either of them left is finished. Publish to a mirror from one place.',
      ru: 'Дайте ей закончиться и опубликуйте ещё раз: всё, что осталось от обеих, будет доделано. Публикуйте на зеркало из одного места.',
    },
  );

/** What may be there after two publications. */
function join(found: Status, own: Status): Status {
  return {
    ...found,
    by: own.by,
    complete: false,
    sure: found.sure && own.sure,
    base: found.base === own.base ? own.base : UNKNOWN_BASE,
    begun: uniqueTrees([...found.begun, ...own.begun]),
    maybe: [...new Set([...found.maybe, ...own.maybe])].sort(),
  };
}
