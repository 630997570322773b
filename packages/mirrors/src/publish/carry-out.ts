import { join } from 'node:path';
import type { TreeFile } from '@tamizdat/verify';
import { hashBytes, sizeOf } from '../kinds/check-outgoing.ts';
import type { Outgoing, Store } from '../kinds/store.ts';
import { READ_BACK_FILES } from '../limits.ts';
import { MirrorError } from '../mirror-error.ts';
import type { LocalRelease } from './local-release.ts';
import type { Outbox } from './outgoing.ts';
import type { Plan } from './plan.ts';
import { ensureAlone, ensureHeadUnmoved, ensureUnchanged, type Seen } from './ensure-alone.ts';
import { encodeStatus } from './status.ts';

/** What was done so far: files and bytes sent, paths deleted. */
export interface Progress {
  /** Files that are sent in all. */
  total: number;
  sent: number;
  bytes: number;
  deleted: number;
}

/** What carrying out a plan takes. */
export interface Work {
  store: Store;
  plan: Plan;
  outbox: Outbox;
  local: LocalRelease;
  /** The files of the tree that the plan names. */
  files: ReadonlyMap<string, TreeFile>;
  tell: (progress: Progress) => void;
  /** What the plan was made from. */
  seen: Seen;
}

/** Sends and deletes what a plan says, in its order. Killed at any moment, the next run goes on from there. */
export async function carryOut(work: Work): Promise<Progress> {
  const { store, plan, outbox, local } = work;
  const total = countFiles(plan);
  const sender = new Sender(work, { total, sent: 0, bytes: 0, deleted: 0 });
  if (!store.features.atomic) {
    await ensureUnchanged(work);
    await store.put([outbox.bytes('published.json', encodeStatus(plan.during))]);
    await ensureHeadUnmoved(work);
    const aim = outbox.bytes('pending.json', local.aim);
    await store.put([aim]);
    await readBack(store, [aim]);
  }
  await sendReleaseFiles(sender, work);
  try {
    await changePaths(sender, work);
  } catch (error) {
    // Whatever it was: where somebody else has begun, what this one changed has to be noted.
    if (isShared(error)) throw error;
    const other: unknown = await ensureAlone(work, true).catch((found: unknown) => found);
    throw isShared(other) ? other : error;
  }
  // A note that all is there must not outlast what it speaks of: nothing would be sent again.
  await store.settle?.();
  // The note comes last, so that a pending.json that cannot be deleted is tried again.
  await store.remove(['release/pending.json']);
  await store.put([outbox.bytes('published.json', encodeStatus(plan.after))]);
  const forget = plan.removed.some((path) => local.takenDown.has(path));
  await store.finish({ clock: local.release.clock, forget });
  return sender.progress;
}

const isShared = (error: unknown): error is MirrorError =>
  error instanceof MirrorError && error.code === 'mirror-shared';

/** Everything that readers ask for by a path that another release has too. */
async function changePaths(sender: Sender, work: Work): Promise<void> {
  const { store, plan, outbox, local } = work;
  await sender.send(paths(work, plan.early));
  // Right before the head: what is sent until then stands under names of its own.
  await ensureAlone(work, plan.early.length > 0);
  if (plan.head) {
    await sender.send([outbox.bytes('bundle.json', local.bundle)]);
    await sender.send([outbox.bytes('timestamp.json', local.timestampFile)]);
  }
  await ensureAlone(work, true);
  await sender.send(paths(work, plan.late));
  await remove(sender, work);
  if (!store.features.atomic) await sender.readBackSome();
  await ensureAlone(work, true);
}

/** How many files a plan sends. */
export function countFiles({ extra, names, early, late, head }: Plan): number {
  return extra.length + names.length + early.length + late.length + (head ? 2 : 0);
}

/** Bytes that a plan sends, before a mirror's base is put into feeds. */
export function weighPlan(plan: Plan, { local, files }: Pick<Work, 'local' | 'files'>): number {
  const { extra, names, early, late, head } = plan;
  const ofTree = [...early, ...late].map((path) => files.get(path)?.size ?? 0);
  const ofFolder = [...extra.map(({ path }) => path), ...names.map((name) => `release/${name}`)];
  const sizes = ofFolder.map((path) => sizeOf({ file: join(local.folder, path) }));
  const newest = head ? [local.bundle.length, local.timestampFile.length] : [];
  return [...ofTree, ...sizes, ...newest].reduce((sum, size) => sum + size, 0);
}

/** Deletes, where nobody else has begun. That something taken down stays is said, whatever the reason. */
async function remove(sender: Sender, work: Work): Promise<void> {
  const { plan, local } = work;
  const names = [...plan.removed, ...plan.surplus.map((name) => `release/${name}`)];
  if (names.length === 0) return;
  await ensureAlone(work, true);
  const takenDown = plan.removed.filter((path) => local.takenDown.has(path));
  try {
    await sender.remove(names);
  } catch (error) {
    if (!(error instanceof MirrorError) || takenDown.length === 0) throw error;
    const { code, happened, remedy, passing, detail } = error;
    const files = takenDown.join(', ');
    throw new MirrorError(
      code,
      {
        en: `${happened.en} What was taken down may still be on it: ${files}`,
        ru: `${happened.ru} Снятое может ещё лежать на нём: ${files}`,
      },
      {
        en: `${remedy.en} Until then delete it there by hand.`,
        ru: `${remedy.ru} До тех пор удалите его там вручную.`,
      },
      { passing, ...(detail === undefined ? {} : { detail }) },
    );
  }
}

async function sendReleaseFiles(sender: Sender, { plan, outbox }: Work): Promise<void> {
  const under = plan.extra.map((file) => outbox.underHash(file));
  const isHashed = (name: string): boolean => /^(?:files|nodes)\//.test(name);
  const named = (names: string[]) => names.map((name) => outbox.name(name));
  // All that is named by its own hash goes together: some stores take the start of a program for each call.
  await sender.send([...under, ...named(plan.names.filter(isHashed))]);
  await sender.send(named(plan.names.filter((name) => !isHashed(name))));
}

function* paths({ outbox, files }: Work, list: readonly string[]): Generator<Outgoing> {
  for (const path of list) {
    const file = files.get(path);
    if (file !== undefined) yield outbox.path(file);
  }
}

/** Files that are handed over at once: their bytes are in memory where a mirror's base was put into them. */
const AT_ONCE = 500;

class Sender {
  readonly #store: Store;
  readonly #tell: Work['tell'];
  readonly #sample: Outgoing[] = [];
  progress: Progress;

  constructor({ store, tell }: Work, progress: Progress) {
    this.#store = store;
    this.#tell = tell;
    this.progress = progress;
  }

  async send(files: Iterable<Outgoing>): Promise<void> {
    let batch: Outgoing[] = [];
    for (const file of files) {
      batch.push(file);
      if (batch.length < AT_ONCE) continue;
      await this.#put(batch);
      batch = [];
    }
    await this.#put(batch);
  }

  async #put(files: Outgoing[]): Promise<void> {
    if (files.length === 0) return;
    await this.#store.put(files);
    const { sent, bytes } = this.progress;
    const size = files.reduce((sum, file) => sum + sizeOf(file.content), 0);
    this.progress = { ...this.progress, sent: sent + files.length, bytes: bytes + size };
    this.#tell(this.progress);
    const last = files.at(-1);
    if (last !== undefined) this.#sample.push(last);
  }

  async remove(paths: readonly string[]): Promise<void> {
    await this.#store.remove(paths);
    this.progress = { ...this.progress, deleted: this.progress.deleted + paths.length };
    this.#tell(this.progress);
  }

  /** Looks whether the store has what it was sent, in a few files. */
  async readBackSome(): Promise<void> {
    await readBack(this.#store, this.#sample.slice(-READ_BACK_FILES));
  }
}

/** @throws MirrorError `store-lost`, `store-altered` */
async function readBack(store: Store, files: readonly Outgoing[]): Promise<void> {
  for (const file of await store.differing(files)) await explainDiffering(store, file);
}

/** Says what the store has in a file's place, if it is not the file after all. */
async function explainDiffering(store: Store, file: Outgoing): Promise<void> {
  const size = sizeOf(file.content);
  const bytes = await store.read(file.path, size);
  if (bytes === undefined)
    throw new MirrorError(
      'store-lost',
      {
        en: `${file.path} was sent, and is not there.`,
        ru: `${file.path} отправлен, но его там нет.`,
      },
      {
        en: 'The store loses what it is sent, or changes its name. Look at its settings, or leave this mirror.',
        ru: 'Хранилище теряет отправленное или меняет имена. Проверьте его настройки или откажитесь от этого зеркала.',
      },
    );
  if (hashBytes(bytes) === file.hash) return;
  const found =
    bytes.length < size
      ? {
          en: `ends after ${bytes.length} of ${size} bytes`,
          ru: `там обрывается: байтов ${bytes.length} из ${size}`,
        }
      : { en: 'is different', ru: 'там он другой' };
  throw new MirrorError(
    'store-altered',
    {
      en: `${file.path} was sent whole, and ${found.en} on the mirror.`,
      ru: `${file.path} отправлен целиком, а ${found.ru}.`,
    },
    {
      en: 'The store cuts or alters files. Look at its settings (compression, “optimisation”), or leave this mirror.',
      ru: 'Хранилище обрезает или меняет файлы. Проверьте его настройки (сжатие, “optimisation”) или откажитесь от этого зеркала.',
    },
  );
}
