import { explainReason, type Watch } from '@tamizdat/mirrors/watch';
import { alignColumns } from '../tree/align-columns.ts';

const HEADINGS = ['mirror', 'state', 'serves', 'first byte', 'why, and what could be better'];

/** What was found, a row for each mirror. */
export function describeWatch({ checks, newest }: Watch, leftOut: readonly string[]): string {
  const found = checks.map(({ mirror, state, reasons, notes, seen }) => [
    mirror,
    state,
    seen.release === undefined ? '' : `release ${seen.release.number}`,
    seen.first === undefined ? '' : `${seen.first.firstByteMs} ms`,
    [...reasons, ...notes].map(explainReason).join('; '),
  ]);
  const good = checks.filter(({ state }) => state === 'good').length;
  return [
    alignColumns([HEADINGS, ...found], HEADINGS),
    ...leftOut.map(
      (name) => `${name} is an onion service: --proxy socks5://127.0.0.1:9050 to look at it`,
    ),
    `${good} of ${checks.length} mirrors are good${newest > 0 ? `; the newest release is ${newest}` : ''}.`,
    '',
  ].join('\n');
}

/** What was found, for programs. Reserve mirrors have no address here either. */
export function listWatch({ checks, newest, changes }: Watch, leftOut: readonly string[]): object {
  return {
    newest,
    leftOut,
    mirrors: checks.map(({ mirror, at, state, reasons, notes, seen }) => ({
      name: mirror,
      at: new Date(at).toISOString(),
      state,
      former: changes.find(({ check }) => check.mirror === mirror)?.former ?? state,
      reasons: reasons.map((reason) => ({ ...reason, message: explainReason(reason) })),
      notes: notes.map((note) => ({ ...note, message: explainReason(note) })),
      seen,
    })),
  };
}
