import { isOld, isOtherPage } from '@tamizdat/release';
import { NAME_LACKING, type Observation } from './observation.ts';

export const STATES = ['good', 'stale', 'frozen', 'lying', 'blocked', 'down'] as const;
export type State = (typeof STATES)[number];

export type ReasonCode = keyof typeof RULES | 'unfinished' | keyof typeof NOTES;

export interface Reason {
  code: ReasonCode;
  /** A status, a number, a code: nothing that names a host. */
  detail?: string;
}

export interface Judgement {
  state: State;
  /** Why it is not good. */
  reasons: Reason[];
  /** What should be mended, and keeps nobody from reading. */
  notes: Reason[];
}

/** What is known besides: the newest release that any mirror was seen to serve. */
export interface Newest {
  number: number;
}

type Rule = (seen: Observation, newest: Newest) => string | boolean;

const DAY_MS = 86_400_000;
/** Days before the end of a certificate at which its renewal should have worked. */
const RENEWAL_DAYS = 14;
/** Milliseconds after which a reader on a slow network has gone elsewhere. */
const SLOW_MS = 5_000;

/** Codes of Node's for a host that is not there, or does not want to. */
const ABSENT = /^(?:ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|proxy)$/;

/** A proxy that refuses by itself, and how (HttpFault). */
const PROXY_REFUSED = /^proxy-refused-(.+)$/;

/** Codes of an answer that came, and that no program can read: a coding that nobody asked for, or what is not HTTP. */
const UNREADABLE = /^(?:odd-|HPE_)/;

/** Statuses that name another place (RFC 9110, section 15.4): 304 says that nothing changed, to who did not ask that. */
const LEADING = new Set([300, 301, 302, 303, 307, 308]);

const isFailed = ({ failure }: Observation, isAbsent: boolean): string | boolean =>
  failure !== undefined &&
  failure.step === 'connect' &&
  !PROXY_REFUSED.test(failure.code) &&
  (ABSENT.test(failure.code) || failure.code === 'silence') === isAbsent &&
  failure.code;

/** How the proxy refused, at first or partway: nothing is known of the mirror then. */
function findRefusal({ failure, faults }: Observation): string | boolean {
  const codes = [...(failure === undefined ? [] : [failure]), ...faults].map(({ code }) => code);
  return (
    codes.map((code) => PROXY_REFUSED.exec(code)?.[1]).find((how) => how !== undefined) ?? false
  );
}

/** Whether bytes were altered or signed by somebody else: what is missing or old is not, nor is somebody’s page. */
const isLie = (finding: Observation['findings'][number]): boolean =>
  finding.code !== 'missing' && !isOld(finding) && !isOtherPage(finding);

const count = (many: readonly unknown[]): string | boolean =>
  many.length > 0 && String(many.length);

/**
 * States with the rules that lead to them, in the order in which they are asked: the first state of which a rule holds
 * is the mirror's. A block comes before a lie: what is altered on the way is not the mirror's doing.
 */
const RULES = {
  'proxy-refuses': { state: 'down', holds: (seen) => findRefusal(seen) },
  'not-there': { state: 'down', holds: (seen) => isFailed(seen, true) },
  'server-error': {
    state: 'down',
    holds: ({ first }) => first !== undefined && first.status >= 500 && String(first.status),
  },
  busy: {
    state: 'down',
    holds: ({ first, release }) => first?.status === 429 && release === undefined && '429',
  },
  'certificate-expired': { state: 'down', holds: ({ tls }) => tls?.fault === 'CERT_HAS_EXPIRED' },
  'certificate-name': { state: 'down', holds: ({ tls }) => tls?.fault === NAME_LACKING },
  reset: { state: 'blocked', holds: (seen) => isFailed(seen, false) },
  unreadable: {
    state: 'down',
    holds: ({ failure }) =>
      failure?.step === 'answer' && UNREADABLE.test(failure.code) && failure.code,
  },
  silent: {
    state: 'blocked',
    holds: ({ failure }) => failure !== undefined && failure.step !== 'connect' && failure.code,
  },
  'foreign-certificate': {
    state: 'blocked',
    holds: ({ tls }) => tls?.fault !== undefined && tls.fault !== NAME_LACKING && tls.fault,
  },
  redirect: {
    state: 'blocked',
    holds: ({ first }) => first !== undefined && LEADING.has(first.status) && String(first.status),
  },
  refused: {
    state: 'blocked',
    holds: ({ first }) =>
      first !== undefined &&
      [401, 403, 407, 410, 451].includes(first.status) &&
      String(first.status),
  },
  'block-page': {
    state: 'blocked',
    holds: ({ first, findings }) => first?.status === 200 && findings.some(isOtherPage),
  },
  'no-release': {
    state: 'down',
    holds: ({ first, release }) =>
      first !== undefined && release === undefined && first.status === 404 && '404',
  },
  freeze: { state: 'frozen', holds: ({ transfers }) => describeFreeze(transfers) },
  altered: {
    state: 'lying',
    holds: ({ findings }) => count(findings.filter(isLie)),
  },
  'foreign-address': { state: 'lying', holds: ({ foreign }) => count(foreign) },
  'strips-html': { state: 'down', holds: (seen) => countLost(seen, 'strips-html') },
  'pages-lead-away': { state: 'blocked', holds: (seen) => countLost(seen, 'redirect') },
  'pages-refused': { state: 'blocked', holds: (seen) => countLost(seen, 'refused') },
  'pages-fail': { state: 'down', holds: (seen) => countLost(seen, 'busy', 'server-error') },
  incomplete: {
    state: 'stale',
    holds: ({ findings, release }) =>
      release !== undefined && count(findings.filter(({ code }) => code === 'missing')),
  },
  'old-files': {
    state: 'stale',
    holds: ({ findings }) => count(findings.filter(({ code }) => code === 'stale')),
  },
  behind: {
    state: 'stale',
    holds: ({ release }, { number }) =>
      release !== undefined && release.number < number && String(number - release.number),
  },
  expired: {
    state: 'stale',
    holds: ({ release }) =>
      release !== undefined && release.expired.length > 0 && release.expired.join(', '),
  },
} satisfies Record<string, { state: State; holds: Rule }>;

/** Why a mirror that can be read should be looked after. */
const NOTES = {
  'names-lacking': ({ made }) => made?.failure !== undefined && made.failure,
  'names-uncertified': ({ made }) => made?.fault !== undefined && made.fault,
  'no-cors': ({ first }) => first !== undefined && !first.hasCors,
  'soft-404': ({ missingStatus }) =>
    missingStatus !== undefined && missingStatus !== 404 && String(missingStatus),
  'wrong-types': ({ wrongTypes }) => count(wrongTypes),
  'feeds-elsewhere': ({ elsewhere }) => count(elsewhere),
  'certificate-ends': ({ tls, at }) =>
    tls !== undefined &&
    tls.expires - at < RENEWAL_DAYS * DAY_MS &&
    String(Math.max(0, Math.floor((tls.expires - at) / DAY_MS))),
  'clock-behind': ({ release }) => release?.isClockBehind === true,
  slow: ({ first }) =>
    first !== undefined && first.firstByteMs > SLOW_MS && String(first.firstByteMs),
  'connection-closed': ({ transfers }) =>
    Object.values(transfers).some((one) => one?.ended === 'closed'),
} satisfies Record<string, Rule>;

/** Files of a genuine release of which nothing was learned, with the statuses that came instead. */
function countLost({ release, faults }: Observation, ...codes: string[]): string | boolean {
  const lost = faults.filter(({ code }) => release !== undefined && codes.includes(code));
  const files = lost.reduce((sum, one) => sum + one.count, 0);
  const statuses = [...new Set(lost.map(({ status }) => status))].join(', ');
  return files > 0 && `${files} (status ${statuses})`;
}

function describeFreeze({ http1, http2 }: Observation['transfers']): string | boolean {
  const frozen = [http1, http2].find((transfer) => transfer?.ended === 'silence');
  return frozen !== undefined && String(frozen.bytes);
}

/**
 * Says what a mirror is to its readers, and why.
 * @param newest What is known from the other mirrors and from before.
 */
export function judgeMirror(seen: Observation, newest: Newest): Judgement {
  const held = Object.entries(RULES).flatMap(([code, { state, holds }]) =>
    toReasons(code as ReasonCode, holds(seen, newest)).map((reason) => ({ state, reason })),
  );
  // Nothing in particular is wrong, and yet nothing can be said for it.
  if (held.length === 0 && (seen.faults.length > 0 || seen.release === undefined))
    held.push({ state: 'down', reason: { code: 'unfinished' } });
  const state = held[0]?.state ?? 'good';
  return {
    state,
    reasons: held.filter((one) => one.state === state).map(({ reason }) => reason),
    notes: Object.entries<Rule>(NOTES).flatMap(([code, holds]) =>
      toReasons(code as ReasonCode, holds(seen, newest)),
    ),
  };
}

function toReasons(code: ReasonCode, held: string | boolean): Reason[] {
  if (held === false) return [];
  return [held === true ? { code } : { code, detail: held }];
}
