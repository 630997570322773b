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
  const question = event.data as Question;
  const [port] = event.ports;
  let answer: unknown = { ok: false };
  try {
    await parts.reader.load();
    answer = await ANSWERS[question.ask]?.(parts, question, (event.source as Client).id);
  } catch {
    // As it stands.
  }
  port?.postMessage(answer);
}

/** What is thrown is answered as `ok: false`. */
const ANSWERS: Readonly<
  Record<string, (parts: Parts, question: Question, client: string) => unknown>
> = {
  __proto__: null as never,
  state: ({ reader }) => {
    const { known, notes, sources } = reader;
    return {
      clock: known.head?.release.clock,
      mirrorFirst: notes.isMirrorFirst,
      keepNothing: notes.isKeepingNothing,
      sources: sources.order(known),
      now: Date.now(),
    };
  },
  page: ({ shown, reader }, _, client) => ({
    ...shown.get(client),
    clock: reader.known.head?.release.clock,
  }),
  kept: ({ reader }) => reader.kept.list(),
  find: async ({ reader, worker, upkeep }, { url = '' }) => {
    await reader.find(pathOf(url, worker.registration.scope) ?? '', true);
    await upkeep.run();
    return { found: true };
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
    const isRight = isBaseAddress(base) && mayAsk(base, worker.registration.scope);
    if (isRight) await reader.tryMirror(base);
    return { ok: isRight };
  },
  size: async ({ reader }, { path = '' }) => ({ bytes: await reader.sizeOf(path) }),
  keep: async ({ upkeep }, { path = '' }) => {
    const ok = await upkeep.pin(path);
    return { ok, isFull: !ok };
  },
  purge: async ({ upkeep }) => {
    await upkeep.purge();
    return { ok: true };
  },
};
