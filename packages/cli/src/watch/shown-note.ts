import path from 'node:path';
import { readPlain, writeWhole } from '@tamizdat/files';
import { isRecord } from '@tamizdat/problem';
import { contentFolder } from '../release/find-outlet.ts';
import { stateOf } from '../repository/folders.ts';
import { NOTED_DAYS, SHOWN_NOTE_MAX_BYTES } from './limits.ts';

/** What earlier renewals left: the book may be an older copy since, or be gone. */
export interface Shown {
  /** Whether there was a book with names in it. */
  hasBook: boolean;
  /** Addresses that the signed list held. */
  bases: ReadonlyMap<string, ShownBase>;
}

/** Since when and until when an address stood in the list, in milliseconds since 1970. */
interface ShownBase {
  first: number;
  last: number;
  /** Whether it was given up. */
  isBurned: boolean;
}

const DAY_MS = 86_400_000;

/** Nothing is known where no renewal was made yet, or where the note is damaged: it is written anew then. */
const NOTHING: Shown = { hasBook: false, bases: new Map() };

/** A note beside the history of releases. It holds what everybody could read in the list, and nothing of a reserve. */
export class ShownNote {
  readonly #file: string;

  constructor(content: string | undefined) {
    this.#file = path.join(stateOf(contentFolder(content)), 'list-shown.json');
  }

  load(): Shown {
    try {
      return parseShown(
        JSON.parse(new TextDecoder().decode(readPlain(this.#file, SHOWN_NOTE_MAX_BYTES))),
      );
    } catch {
      return NOTHING;
    }
  }

  save({ hasBook, bases }: Shown): void {
    const note = { format: 1, hasBook, bases: Object.fromEntries(bases) };
    writeWhole(this.#file, `${JSON.stringify(note)}\n`, { isSynced: true });
  }
}

function parseShown(value: unknown): Shown {
  if (!isRecord(value) || !isRecord(value['bases'])) return NOTHING;
  const bases = Object.entries(value['bases']).flatMap(([base, noted]) => {
    if (!isRecord(noted) || !URL.canParse(base)) return [];
    const { first, last, isBurned } = noted;
    const isWhole = typeof first === 'number' && typeof last === 'number';
    return isWhole ? [[base, { first, last, isBurned: isBurned === true }] as const] : [];
  });
  return { hasBook: value['hasBook'] === true, bases: new Map(bases) };
}

/** What is known after a list was signed. @param now Milliseconds since 1970. */
export function addShown(
  { bases }: Shown,
  {
    hasBook,
    listed,
    burned,
  }: Record<'listed' | 'burned', readonly string[]> & { hasBook: boolean },
  now: number,
): Shown {
  const kept = [...bases].filter(([, { last }]) => last > now - NOTED_DAYS * DAY_MS);
  const fresh = listed.map((base) => {
    const { first = now, isBurned = false } = bases.get(base) ?? {};
    return [base, { first, last: now, isBurned }] as const;
  });
  const all = new Map([...kept, ...fresh]);
  const gone = new Set(burned);
  const marked = [...all].map(([base, one]): [string, ShownBase] => [
    base,
    { ...one, isBurned: one.isBurned || gone.has(base) },
  ]);
  return { hasBook, bases: new Map(marked) };
}

/** How many addresses the longest list of the last day held: a reader who comes once a day may have kept that one. */
export function countInDay({ bases }: Shown, now: number): number {
  const since = now - DAY_MS;
  const times = [...bases.values()];
  const moments = [since, ...times.map(({ first }) => first).filter((first) => first > since)];
  const countAt = (at: number): number =>
    times.filter(({ first, last }) => first <= at && at <= last).length;
  return Math.max(...moments.map(countAt));
}
