import { buildStatusPage, type ShownMirror, type State } from '@tamizdat/mirrors/watch';

const NOW = Date.UTC(2026, 10, 22, 12, 10);
const HOUR_MS = 3_600_000;

type Changes = Partial<Pick<ShownMirror['check'], 'reasons' | 'notes'>> & {
  seen?: Partial<ShownMirror['check']['seen']>;
  isReserve?: boolean;
  /** States of the past, six hours each, the last one now. */
  past?: string;
};

const LETTERS: Record<string, State> = {
  g: 'good',
  s: 'stale',
  f: 'frozen',
  l: 'lying',
  b: 'blocked',
  d: 'down',
};

function shown(name: string, base: string, state: State, changes: Changes = {}): ShownMirror {
  const { reasons = [], notes = [], seen = {}, isReserve = false, past = 'g'.repeat(56) } = changes;
  return {
    name,
    base: isReserve ? undefined : base,
    past: Array.from(past).flatMap((letter, at) => {
      const known = LETTERS[letter];
      return known ? [{ at: NOW - (past.length - 1 - at) * 6 * HOUR_MS, state: known }] : [];
    }),
    check: {
      mirror: name,
      timeline: name,
      at: NOW,
      state,
      reasons,
      notes,
      seen: {
        at: NOW,
        first: { status: 200, firstByteMs: 140, hasCors: true },
        tls: { expires: NOW + 61 * 24 * HOUR_MS },
        release: {
          number: 412,
          clock: '2026-11-22T11:00:00Z',
          expired: [],
          isClockBehind: false,
          files: 8_000,
        },
        findings: [],
        judged: 12,
        transfers: { http1: { bytes: 50_300 }, http2: { bytes: 49_900 } },
        wrongTypes: [],
        faults: [],
        elsewhere: [],
        foreign: [],
        ...seen,
      },
    },
  };
}

/** A status page with a mirror in every state. */
export function sampleStatusPage(): string {
  const gone = { first: undefined, release: undefined, transfers: {}, judged: 0, tls: undefined };
  return buildStatusPage({
    now: NOW,
    newest: 412,
    language: 'en',
    mirrors: [
      shown('harbour', 'https://harbour.example/', 'good', {
        past: `${'g'.repeat(30)}sg${'g'.repeat(24)}`,
      }),
      shown('pages', 'https://fortochka.pages.example/site/', 'good', {
        notes: [{ code: 'no-cors' }, { code: 'certificate-ends', detail: '9' }],
      }),
      shown('bucket', 'https://bucket.store.example/fortochka/', 'stale', {
        reasons: [{ code: 'behind', detail: '3' }],
        past: `${'g'.repeat(47)}sssssssss`,
      }),
      shown(
        'cloud',
        'https://a-rather-long-name-of-a-mirror.cloud-front.example/fortochka/',
        'frozen',
        {
          reasons: [{ code: 'freeze', detail: '16384' }],
          past: `${' '.repeat(20)}${'g'.repeat(30)}gffgff`,
          seen: {
            transfers: {
              http1: { bytes: 16_384, ended: 'silence' },
              http2: { bytes: 15_900, ended: 'silence' },
            },
          },
        },
      ),
      shown('library', 'https://library.example/', 'lying', {
        reasons: [{ code: 'altered', detail: '2' }],
        past: `${'g'.repeat(55)}l`,
      }),
      shown('reserve-1', '', 'blocked', {
        isReserve: true,
        reasons: [{ code: 'block-page' }],
        past: `${'g'.repeat(52)}bbbb`,
        seen: { release: undefined, transfers: {}, judged: 0 },
      }),
      shown('reserve-2', '', 'down', {
        isReserve: true,
        reasons: [{ code: 'not-there', detail: 'ENOTFOUND' }],
        past: `${' '.repeat(50)}gggddd`,
        seen: gone,
      }),
    ],
  });
}
