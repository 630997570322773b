import { CROWD_WINDOW_MS, MINUTE_MS } from '../limits.ts';
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

/** Requests; and connections over which none came through, as each stands for one. */
function listAsked({ name, asked, gate }: Host): Span[] {
  const requests = asked
    .filter(({ path }) => path !== OWN)
    .map(({ at, until = Infinity }) => ({ host: name, at, until }));
  const mute = gate.passed
    .filter(({ before }) => before === undefined)
    .map(({ at, until = Infinity }) => ({ host: name, at, until }))
    .filter(({ at, until }) => !asked.some((one) => one.at >= at && one.at <= until));
  return [...requests, ...mute];
}

function most(spans: readonly Span[], of: (span: Span) => readonly Span[]): number {
  return Math.max(0, ...spans.map((span) => new Set(of(span).map(({ host }) => host)).size));
}

const isWithin = ({ at }: Span, from: number, window: number): boolean =>
  at >= from && at - from < window;

const stands = ({ at, until }: Span, moment: number): boolean => at <= moment && moment < until;

/** Of those that were opened since, less the browser's own. */
function countBeside({ asked, gate }: Host): number {
  const opened = gate.passed.filter(({ before }) => before === undefined);
  const own = asked.some(({ path }) => path === OWN) ? 1 : 0;
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
