import { CROWD_WINDOW_MS, MINUTE_MS } from '../limits.ts';
import { ORIGIN } from '../outlet/names.ts';
import type { Host } from './host.ts';

/** Something that was under way with a host, in milliseconds since the process began. */
interface Span {
  host: string;
  at: number;
  until: number;
}

/** How quiet a reader was. */
export interface Quiet {
  /** The most hosts within a minute. */
  hostsAMinute: number;
  /** The most hosts that were asked for something at one moment. */
  together: number;
  /** The most connections to one host that stood at one moment. */
  beside: number;
}

/** What the browser asks for by itself, over a connection of its own: whether there is a newer script. */
const OWN = 'worker.js';

/** Measures what came and went since hosts last forgot. */
export function measureQuiet(hosts: readonly Host[]): Quiet {
  const asked = hosts.flatMap(listAsked);
  return {
    hostsAMinute: most(asked, ({ at }) => asked.filter((span) => isWithin(span, at, MINUTE_MS))),
    together: most(asked, ({ at }) => asked.filter((span) => stands(span, at))),
    beside: Math.max(0, ...hosts.map(countBeside)),
  };
}

/**
 * Milliseconds for which a connection that is never answered stands for a request: as long as the worker waits. Chromium leaves
 * such a handshake open for half a minute more, though nobody waits for it.
 */
const MUTE_MS = 4_000;

/** Requests; and connections over which none came through, as each stands for one. */
function listAsked({ name, asked, gate }: Host): Span[] {
  const requests = asked
    .filter(({ path }) => path !== OWN)
    .map(({ at, until = Infinity }) => ({ host: name, at, until }));
  const mute = gate.passed
    .filter(({ before }) => before === undefined)
    .map(({ at, until = Infinity }) => ({ host: name, at, until }))
    .filter(({ at, until }) => !asked.some((one) => one.at >= at && one.at <= until))
    .map((span) => ({ ...span, until: Math.min(span.until, span.at + MUTE_MS) }));
  return [...requests, ...mute];
}

function most(spans: readonly Span[], of: (span: Span) => readonly Span[]): number {
  return Math.max(0, ...spans.map((span) => new Set(of(span).map(({ host }) => host)).size));
}

const isWithin = ({ at }: Span, from: number, window: number): boolean =>
  at >= from && at - from < window;

const stands = ({ at, until }: Span, moment: number): boolean => at <= moment && moment < until;

/**
 * Of those that were opened since and answered, less the browser's own: it connects to the address of a page that is opened,
 * whoever answers.
 */
function countBeside({ name, gate }: Host): number {
  const opened = gate.passed.filter(({ before, down }) => before === undefined && down > 0);
  const own = name === ORIGIN ? 1 : 0;
  const counts = opened.map(
    ({ at }) => opened.filter(({ at: from, until = Infinity }) => from <= at && at < until).length,
  );
  return Math.max(0, ...counts) - own;
}

/** How many connections fall within the window in which providers count them. */
export function countCrowded(moments: readonly number[]): number {
  const of = (from: number) =>
    moments.filter((at) => at >= from && at - from < CROWD_WINDOW_MS).length;
  return Math.max(0, ...moments.map(of));
}
