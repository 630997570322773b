import { toBytes, toText } from '../bytes.ts';
import type { Store } from '../kept/store.ts';
import type { SourceNotes } from '../sources/order-sources.ts';

/** What the worker remembers besides what is signed. */
export interface Notes extends SourceNotes {
  /** The reader wants nothing kept of what was read. */
  isKeepingNothing: boolean;
}

/** @param mirrors Base addresses that are asked for as long as no list is known. */
export async function loadNotes(store: Store, mirrors: string[]): Promise<Notes> {
  const kept = await store.get('notes');
  let read: Partial<Notes> | undefined;
  try {
    read = kept && (JSON.parse(toText(kept)) as Partial<Notes>);
  } catch {
    // As if nothing were remembered.
  }
  return {
    bad: {},
    added: [],
    listed: mirrors,
    isMirrorFirst: false,
    isKeepingNothing: false,
    ...read,
  };
}

/** Without room they are remembered in memory alone. */
export async function saveNotes(store: Store, notes: Notes): Promise<void> {
  await store.set('notes', toBytes(JSON.stringify(notes))).catch(() => undefined);
}
