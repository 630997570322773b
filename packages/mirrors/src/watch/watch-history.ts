import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type FollowedList, followMirrors, type MirrorList } from '@tamizdat/verify';
import { parseFollowed } from '../pull/followed-mirrors.ts';
import { HISTORY_DAYS } from '../limits.ts';
import type { Judgement, State } from './judge-mirror.ts';
import type { Observation } from './observation.ts';

/** What was found of one mirror at one moment. */
export interface Check extends Judgement {
  /** The mirror's name: a reserve mirror's tells nothing. */
  mirror: string;
  /** Under what its past is kept; see `timelineOf`. Not for reports. */
  timeline: string;
  /** Milliseconds since 1970. */
  at: number;
  seen: Observation;
}

/** A past check, as far as a timeline needs it. */
export interface PastCheck {
  at: number;
  state: State;
}

const DAY_MS = 86_400_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS checks (
    mirror TEXT NOT NULL,
    at INTEGER NOT NULL,
    state TEXT NOT NULL,
    release INTEGER,
    found TEXT NOT NULL,
    PRIMARY KEY (mirror, at)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS repairs (mirror TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS blind (at INTEGER PRIMARY KEY) STRICT;
  CREATE TABLE IF NOT EXISTS here (
    mirror TEXT NOT NULL,
    at INTEGER NOT NULL,
    opens INTEGER NOT NULL,
    PRIMARY KEY (mirror, at)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS newest (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS followed (one INTEGER PRIMARY KEY CHECK (one = 1), list TEXT NOT NULL) STRICT;
`;

/**
 * What was found of mirrors, in a database file. It holds timelines, which are names or short tags, and no addresses but
 * those of the signed list, which everybody can read.
 */
export class WatchHistory {
  readonly #database: DatabaseSync;

  /** @param file A path, or `:memory:`. */
  constructor(file: string) {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    this.#database = new DatabaseSync(file);
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 5000;');
    this.#database.exec(SCHEMA);
  }

  /** Writes checks down, and forgets those that are too old. */
  add(checks: readonly Check[], now: number): void {
    const insert = this.#database.prepare('INSERT OR REPLACE INTO checks VALUES (?, ?, ?, ?, ?)');
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      for (const { timeline, at, state, reasons, notes, seen } of checks)
        insert.run(
          timeline,
          at,
          state,
          seen.release?.number ?? null,
          JSON.stringify({ reasons, notes, seen }),
        );
      this.#database.prepare('DELETE FROM checks WHERE at < ?').run(now - HISTORY_DAYS * DAY_MS);
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /** Checks of a timeline since a moment, oldest first. */
  list(timeline: string, since: number): PastCheck[] {
    return this.#database
      .prepare('SELECT at, state FROM checks WHERE mirror = ? AND at >= ? ORDER BY at')
      .all(timeline, since)
      .map((row) => ({ at: Number(row['at']), state: row['state'] as State }));
  }

  /** The last state of a timeline. */
  lastState(timeline: string): State | undefined {
    const row = this.#database
      .prepare('SELECT state FROM checks WHERE mirror = ? ORDER BY at DESC LIMIT 1')
      .get(timeline);
    return row?.['state'] as State | undefined;
  }

  /** Writes down that a look could say nothing of a block. @param at Milliseconds since 1970. */
  noteBlind(at: number): void {
    this.#database.prepare('INSERT OR IGNORE INTO blind VALUES (?)').run(at);
    this.#database.prepare('DELETE FROM blind WHERE at < ?').run(at - HISTORY_DAYS * DAY_MS);
  }

  /** Looks since a moment that could say nothing of a block. */
  listBlind(since: number): number[] {
    return this.#database
      .prepare('SELECT at FROM blind WHERE at >= ?')
      .all(since)
      .map((row) => Number(row['at']));
  }

  /** Writes down whether what did not open through a proxy opened from this machine at the same time. @param at Milliseconds since 1970. */
  noteHere(timeline: string, at: number, opens: boolean): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO here VALUES (?, ?, ?)')
      .run(timeline, at, opens ? 1 : 0);
    this.#database.prepare('DELETE FROM here WHERE at < ?').run(at - HISTORY_DAYS * DAY_MS);
  }

  /** By moments since one: whether what did not open through a proxy opened from this machine; none where that was not asked. */
  listHere(timeline: string, since: number): Map<number, boolean> {
    const rows = this.#database
      .prepare('SELECT at, opens FROM here WHERE mirror = ? AND at >= ?')
      .all(timeline, since);
    return new Map(rows.map((row) => [Number(row['at']), row['opens'] === 1]));
  }

  /** Whether the last look at a mirror found files missing or different, and it was not repaired since. */
  needsRepair(timeline: string): boolean {
    const row = this.#database
      .prepare(
        'SELECT found FROM checks WHERE mirror = ?1 AND at > coalesce((SELECT at FROM repairs WHERE mirror = ?1), 0) ORDER BY at DESC LIMIT 1',
      )
      .get(timeline);
    return row !== undefined && hasFindings(String(row['found']));
  }

  /** Writes down that a mirror was compared with its release, and mended. @param at Milliseconds since 1970. */
  noteRepair(timeline: string, at: number): void {
    this.#database.prepare('INSERT OR REPLACE INTO repairs VALUES (?, ?)').run(timeline, at);
  }

  /** The newest release that any mirror was ever seen to serve; 0 at first. */
  get newest(): number {
    return Number(this.#database.prepare('SELECT number FROM newest').get()?.['number'] ?? 0);
  }

  set newest(number: number) {
    this.#database
      .prepare(
        'INSERT INTO newest VALUES (1, ?) ON CONFLICT DO UPDATE SET number = max(number, excluded.number)',
      )
      .run(number);
  }

  /**
   * Takes a verified list of mirrors over, or holds it (SPEC 9.15). Mirrors that are behind serve older lists, so that a
   * number that goes back says nothing. @returns the list in use
   */
  follow(list: MirrorList): FollowedList {
    const row = this.#database.prepare('SELECT list FROM followed').get();
    const former = row && parseFollowed(String(row['list']));
    const used = followMirrors(former, list) ?? { ...list, held: 0 };
    if (used !== former)
      this.#database
        .prepare('INSERT OR REPLACE INTO followed VALUES (1, ?)')
        .run(JSON.stringify(used));
    return used;
  }

  close(): void {
    this.#database.close();
  }
}

/** What cannot be read may have named some: to look once too often costs time. */
function hasFindings(found: string): boolean {
  try {
    const { seen } = JSON.parse(found) as { seen: { findings: unknown } };
    return !Array.isArray(seen.findings) || seen.findings.length > 0;
  } catch {
    return true;
  }
}
