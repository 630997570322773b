import { isBaseAddress } from '@tamizdat/verify';
import { saveNotes } from '../known/notes.ts';
import { mayAsk } from '../sources/base-of.ts';
import type { Parts } from './parts.ts';
import { pathOf } from './path-of.ts';

/** What a page may ask of the worker. */
interface Question {
  ask: string;
  url?: string;
  base?: string;
  path?: string;
  mirrorFirst?: boolean;
  keepNothing?: boolean;
}

/** Answers a page of the site. Pages of other sites cannot write to a worker. */
export async function hearMessage(parts: Parts, event: ExtendableMessageEvent): Promise<void> {
  const question = event.data as Question | null;
  const answer = Object.hasOwn(ANSWERS, question?.ask ?? '') && ANSWERS[question?.ask ?? ''];
  const [port] = event.ports;
  if (!answer || !question || !port) return;
  const client = (event.source as Client | null)?.id ?? '';
  await parts.reader.load();
  try {
    port.postMessage(await answer(parts, question, client));
  } catch {
    port.postMessage({ ok: false });
  }
}

const ANSWERS: Readonly<
  Record<string, (parts: Parts, question: Question, client: string) => unknown>
> = {
  state: ({ reader }) => {
    const { known, notes, sources, verifyMs } = reader;
    return {
      release: known.head?.release.number,
      clock: known.head?.release.clock,
      checked: known.checkedAt,
      mirrorFirst: notes.isMirrorFirst,
      keepNothing: notes.isKeepingNothing,
      sources: sources.order(known),
      verifyMs,
      now: Date.now(),
    };
  },
  page: ({ shown, reader }, _, client) => ({
    ...shown.get(client),
    clock: reader.known.head?.release.clock,
  }),
  kept: ({ reader }) => reader.kept.list(),
  find: async ({ reader, worker, upkeep }, { url = '' }) => {
    const path = pathOf(url, worker.registration.scope) ?? '';
    const found = await reader.find(path, true).then(
      () => true,
      () => false,
    );
    if (found) await upkeep.run();
    return { found };
  },
  set: async ({ reader }, { mirrorFirst, keepNothing }) => {
    const { notes, options } = reader;
    notes.isMirrorFirst = mirrorFirst ?? notes.isMirrorFirst;
    if (mirrorFirst) delete notes.good;
    notes.isKeepingNothing = keepNothing ?? notes.isKeepingNothing;
    if (notes.isKeepingNothing) await reader.kept.clear();
    await saveNotes(options.store, notes);
    return { ok: true };
  },
  add: async ({ reader, worker }, { base = '' }) => {
    const { scope } = worker.registration;
    if (!isBaseAddress(base) || !mayAsk(base, scope)) return { ok: false };
    return reader.tryMirror(base).then(
      () => ({ ok: true }),
      () => ({ ok: false }),
    );
  },
  size: async ({ reader }, { path = '' }) => ({ bytes: await reader.sizeOf(path) }),
  keep: async ({ upkeep }, { path = '' }) => ({ ok: true, bytes: await upkeep.pin(path) }),
  purge: async ({ upkeep }) => {
    await upkeep.purge();
    return { ok: true };
  },
};
