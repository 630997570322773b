import { expect, test } from 'vitest';
import { explainReason } from './explain-reason.ts';
import { judgeMirror, type State } from './judge-mirror.ts';
import type { Observation } from './observation.ts';

const AT = Date.UTC(2026, 10, 22, 12);
const DAY_MS = 86_400_000;

/** A mirror of which there is nothing to be said. */
const GOOD: Observation = {
  at: AT,
  first: { status: 200, firstByteMs: 120, hasCors: true },
  tls: { expires: AT + 60 * DAY_MS },
  release: {
    number: 7,
    clock: '2026-11-22T11:00:00Z',
    expired: [],
    isClockBehind: false,
    files: 100,
  },
  findings: [],
  faults: [],
  judged: 12,
  transfers: { http1: { bytes: 50_000 }, http2: { bytes: 50_000 } },
  missingStatus: 404,
  wrongTypes: [],
  elsewhere: [],
  foreign: [],
};
const first = { status: 200, firstByteMs: 120, hasCors: true };
const failed = (step: 'connect' | 'tls' | 'answer', code: string): Partial<Observation> => ({
  failure: { step, code },
  first: undefined,
  release: undefined,
  transfers: {},
});
const answered = (status: number): Partial<Observation> => ({
  first: { ...first, status },
  release: undefined,
});
const found = (...codes: Observation['findings'][number]['code'][]): Partial<Observation> => ({
  findings: codes.map((code) => ({ code })),
});

/** A page in the place of the bundle. */
const inPlace = (code: Observation['findings'][number]['code']): Partial<Observation> => ({
  findings: [{ code, at: 'bundle' }],
});

const lost = (code: string, status?: number): Partial<Observation> => ({
  faults: [{ code, ...(status === undefined ? {} : { status }), count: 2 }],
});
const old = (number: number, expired: string[] = []): Partial<Observation> => ({
  release: { number, clock: '', expired, isClockBehind: false, files: 1 },
});

const TABLE: [string, Partial<Observation>, State, string[]][] = [
  ['nothing', {}, 'good', []],
  ['a name that is not known', failed('connect', 'ENOTFOUND'), 'down', ['not-there']],
  [
    'a proxy whose quota is used up',
    failed('connect', 'proxy-refused-429'),
    'down',
    ['proxy-refuses'],
  ],
  [
    'a proxy that lets nobody through',
    failed('answer', 'proxy-refused-socks-2'),
    'down',
    ['proxy-refuses'],
  ],
  ['a quota that gave out partway', lost('proxy-refused-403'), 'down', ['proxy-refuses']],
  ['no proxy', failed('connect', 'proxy'), 'down', ['not-there']],
  ['no answer to a connection', failed('connect', 'silence'), 'down', ['not-there']],
  ['a connection that is reset', failed('connect', 'ECONNRESET'), 'blocked', ['reset']],
  ['TLS that is reset', failed('tls', 'ECONNRESET'), 'blocked', ['silent']],
  ['TLS that is silent', failed('tls', 'silence'), 'blocked', ['silent']],
  ['an answer that does not come', failed('answer', 'silence'), 'blocked', ['silent']],
  ['an unknown coding', failed('answer', 'odd-coding'), 'down', ['unreadable']],
  ['an answer that is not HTTP', failed('answer', 'HPE_INVALID_CONSTANT'), 'down', ['unreadable']],
  ['“not changed” to who did not ask that', answered(304), 'down', ['unfinished']],
  ['an error', answered(503), 'down', ['server-error']],
  ['a redirect', answered(301), 'blocked', ['redirect']],
  ['a refusal', answered(403), 'blocked', ['refused']],
  ['a legal refusal', answered(451), 'blocked', ['refused']],
  ['nothing there', answered(404), 'down', ['no-release']],
  ['a strange status', answered(418), 'down', ['unfinished']],
  [
    'a certificate that ended',
    { tls: { expires: AT - 1, fault: 'CERT_HAS_EXPIRED' }, first: undefined, release: undefined },
    'down',
    ['certificate-expired'],
  ],
  [
    'a state’s certificate',
    {
      tls: { expires: AT + 60 * DAY_MS, fault: 'SELF_SIGNED_CERT_IN_CHAIN' },
      first: undefined,
      release: undefined,
    },
    'blocked',
    ['foreign-certificate'],
  ],
  [
    'a certificate of its own domain that lacks the name',
    {
      tls: { expires: AT + 60 * DAY_MS, fault: 'name-not-certified' },
      first: undefined,
      release: undefined,
    },
    'down',
    ['certificate-name'],
  ],
  ['a block page', { ...inPlace('not-canonical'), release: undefined }, 'blocked', ['block-page']],
  ['an endless page', { ...inPlace('too-large'), release: undefined }, 'blocked', ['block-page']],
  [
    'a block page and a freeze',
    { ...inPlace('bad-bundle'), transfers: { http1: { bytes: 9, ended: 'silence' } } },
    'blocked',
    ['block-page'],
  ],
  [
    'a freeze',
    {
      transfers: { http1: { bytes: 16_384, ended: 'silence' } },
      faults: [{ code: 'silence', count: 1 }],
    },
    'frozen',
    ['freeze'],
  ],
  [
    'a freeze over HTTP/2',
    { transfers: { http1: { bytes: 50_000 }, http2: { bytes: 16_384, ended: 'silence' } } },
    'frozen',
    ['freeze'],
  ],
  [
    'a freeze of what is stale',
    {
      transfers: { http1: { bytes: 1, ended: 'silence' } },
      ...old(6),
    },
    'frozen',
    ['freeze'],
  ],
  ['other bytes', found('file-mismatch', 'file-mismatch'), 'lying', ['altered']],
  ['other bytes and missing ones', found('file-mismatch', 'missing'), 'lying', ['altered']],
  ['another outlet', { ...found('wrong-publisher'), release: undefined }, 'lying', ['altered']],
  ['a forged signature', { ...found('threshold'), release: undefined }, 'lying', ['altered']],
  [
    'a page in the place of metadata that clients of TUF read',
    { findings: [{ code: 'not-canonical', at: 'release/timestamp.json' }] },
    'lying',
    ['altered'],
  ],
  ['missing files', found('missing'), 'stale', ['incomplete']],
  ['files of an earlier release', found('stale', 'stale'), 'stale', ['old-files']],
  [
    'files of an earlier release and altered ones',
    found('stale', 'piece-mismatch'),
    'lying',
    ['altered'],
  ],
  ['too many requests', answered(429), 'down', ['busy']],
  ['too many requests for pages', lost('busy', 429), 'down', ['pages-fail']],
  ['errors on pages', lost('server-error', 503), 'down', ['pages-fail']],
  ['redirects on pages', lost('redirect', 302), 'blocked', ['pages-lead-away']],
  ['refused pages', lost('refused', 403), 'blocked', ['pages-refused']],
  [
    'refused pages beside a lie',
    { ...lost('refused', 403), ...found('file-mismatch') },
    'lying',
    ['altered'],
  ],
  ['pages without .html', lost('strips-html', 308), 'down', ['strips-html']],
  ['an older release', old(5), 'stale', ['behind']],
  ['an older release that expired', old(5, ['timestamp']), 'stale', ['behind', 'expired']],
  ['a newer release than was known', old(8), 'good', []],
  ['a verification that broke off', lost('ECONNRESET'), 'down', ['unfinished']],
];

test.each(TABLE)('%s', (_, changes, state, reasons) => {
  const judged = judgeMirror({ ...GOOD, ...changes }, { number: 7 });
  expect({ state: judged.state, reasons: judged.reasons.map(({ code }) => code) }).toEqual({
    state,
    reasons,
  });
});

const NOTES: [Partial<Observation>, string][] = [
  [{ first: { ...first, hasCors: false } }, 'no-cors'],
  [{ first: { ...first, firstByteMs: 6_000 } }, 'slow'],
  [{ missingStatus: 200 }, 'soft-404'],
  [
    { release: { number: 7, clock: '', expired: [], isClockBehind: true, files: 1 } },
    'clock-behind',
  ],
  [{ wrongTypes: ['a.html'] }, 'wrong-types'],
  [{ elsewhere: ['robots.txt'] }, 'feeds-elsewhere'],
  [{ tls: { expires: AT + 3 * DAY_MS } }, 'certificate-ends'],
  [{ transfers: { http1: { bytes: 9_000, ended: 'closed' } } }, 'connection-closed'],
];

test.each(NOTES)('%j is worth a note', (changes, code) => {
  const judged = judgeMirror({ ...GOOD, ...changes }, { number: 7 });
  expect(judged).toMatchObject({ state: 'good', notes: [{ code }] });
});

test('details stand in the words', () => {
  expect(explainReason({ code: 'freeze', detail: '16384' }).en).toContain('after 16384 bytes');
  expect(explainReason({ code: 'freeze', detail: '$&' }).en).toContain('after $& bytes');
});
