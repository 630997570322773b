import { lstatSync } from 'node:fs';
import { writeStamp } from '@tamizdat/files';

const all = new Set<{ forget: () => void }>();

/** Forgets everything: the next build reads what builds left, as one in a process of its own does. */
export function forgetRemembered(): void {
  for (const each of all) each.forget();
}

/**
 * What this process read or wrote of files, each with the stamp that its file had then: a build asks for some twice, and one
 * that follows another for all that this left. Whole writes put a new file in the place of the former, so that no two of
 * them have one stamp.
 */
export class Remembered<Value> {
  readonly #known = new Map<string, { stamp: string; value: Value }>();

  constructor() {
    all.add(this);
  }

  forget(): void {
    this.#known.clear();
  }

  /** Gives what a file holds, which is read only where it is not the one that is remembered; undefined is not. */
  load(place: string, read: () => Value | undefined): Value | undefined {
    const stamp = stampOf(place);
    const known = this.#known.get(place);
    if (stamp !== undefined && known?.stamp === stamp) return known.value;
    const value = read();
    // Under the stamp from before: what was put there meanwhile has another.
    if (value !== undefined && stamp !== undefined) this.#known.set(place, { stamp, value });
    return value;
  }

  /** Remembers what was just written. */
  keep(place: string, value: Value): void {
    const stamp = stampOf(place);
    if (stamp === undefined) this.#known.delete(place);
    else this.#known.set(place, { stamp, value });
  }
}

function stampOf(place: string): string | undefined {
  const stats = lstatSync(place, { bigint: true, throwIfNoEntry: false });
  return stats?.isFile() === true ? writeStamp(stats) : undefined;
}
