import { toBytes, toText } from '../bytes.ts';
import type { Store } from '../kept/store.ts';
import type { SourceNotes } from '../sources/order-sources.ts';

/** What the worker remembers besides what is signed. */
export interface Notes extends SourceNotes {
  /** The reader wants nothing kept of what was read. */
  isKeepingNothing: boolean;
}

const NONE: Notes = {
  bad: {},
  added: [],
  listed: [],
  isMirrorFirst: false,
  isKeepingNothing: false,
};

export async function loadNotes(store: Store): Promise<Notes> {
  const kept = await store.get('notes');
  try {
    return { ...structuredClone(NONE), ...(kept && (JSON.parse(toText(kept)) as Partial<Notes>)) };
  } catch {
    return structuredClone(NONE);
  }
}

/** Without room they are remembered in memory alone. */
export async function saveNotes(store: Store, notes: Notes): Promise<void> {
  await store.set('notes', toBytes(JSON.stringify(notes))).catch(() => undefined);
}
