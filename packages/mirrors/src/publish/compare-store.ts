import type { TreeFile } from '@tamizdat/verify';
import { MAX_LISTED_NAMES } from '../limits.ts';
import type { Outgoing, Store } from '../kinds/store.ts';
import type { LocalRelease } from './local-release.ts';
import type { MirrorHead } from './mirror-head.ts';
import type { Outbox } from './outgoing.ts';
import { isReleaseName } from './packed-names.ts';
import type { Plan } from './plan.ts';
import { NO_STATUS, type Status } from './status.ts';

/**
 * What may be on a mirror of which nobody noted what is there: everything, and nothing of it as it should be. Its own
 * list of `release/` says what may be deleted there, and its signed head what was there.
 */
export async function listUnknown(
  store: Pick<Store, 'list'>,
  noted: Status | undefined,
  { signed }: MirrorHead,
  { takenDown }: LocalRelease,
): Promise<Status> {
  const names = (await store.list()).filter(isReleaseName).slice(0, MAX_LISTED_NAMES);
  const leaving = new Map(noted?.leaving);
  // Whatever trees it has seen: what the signed list of the last releases names must not stay.
  for (const path of takenDown) leaving.set(path, new Date(0).toISOString());
  return {
    ...(noted ?? NO_STATUS),
    complete: false,
    sure: true,
    base: NO_STATUS.base,
    release: null,
    head: '',
    timestamp: signed?.timestamp ?? 0,
    held: names,
    maybe: names,
    leaving: [...leaving],
  };
}

/** Leaves out of a plan what the store holds already, byte for byte. */
export async function leaveOutHeld(
  store: Pick<Store, 'differing'>,
  plan: Plan,
  {
    outbox,
    local,
    files,
  }: { outbox: Outbox; local: LocalRelease; files: ReadonlyMap<string, TreeFile> },
): Promise<Plan> {
  const differing = async <Item>(
    items: readonly Item[],
    make: (item: Item) => Outgoing | undefined,
  ) => {
    const kept: Item[] = [];
    // Files with a mirror's base in them are in memory while they are compared.
    for (let at = 0; at < items.length; at += AT_ONCE) {
      const batch = items.slice(at, at + AT_ONCE).map((item) => ({ item, file: make(item) }));
      const outgoing = batch.flatMap(({ file }) => file ?? []);
      const found = new Set((await store.differing(outgoing)).map(({ path }) => path));
      kept.push(
        ...batch.filter(({ file }) => file && found.has(file.path)).map(({ item }) => item),
      );
    }
    return kept;
  };
  const path = (name: string) => {
    const file = files.get(name);
    return file && outbox.path(file);
  };
  const head = [
    outbox.bytes('bundle.json', local.bundle),
    outbox.bytes('timestamp.json', local.timestampFile),
  ];
  return {
    ...plan,
    extra: await differing(plan.extra, (file) => outbox.underHash(file)),
    names: await differing(plan.names, (name) => outbox.name(name)),
    early: await differing(plan.early, path),
    late: await differing(plan.late, path),
    head: (await store.differing(head)).length > 0,
  };
}

const AT_ONCE = 500;
