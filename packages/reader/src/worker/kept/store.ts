import type { Bytes } from '../bytes.ts';

/** Keeps bytes by name, where other scripts of the host could write as well: what is read is verified. */
export interface Store {
  get(name: string): Promise<Bytes | undefined>;
  /** @throws where the browser has no room */
  set(name: string, bytes: Bytes): Promise<void>;
  delete(name: string): Promise<void>;
  /** All names that begin so, oldest first. */
  names(prefix: string): Promise<string[]>;
  /** Deletes all, and keeps nothing from then on: what is still under way must leave no trace. */
  clear(): Promise<void>;
}
