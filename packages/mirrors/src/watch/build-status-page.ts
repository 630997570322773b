import { escapeHtml } from '@tamizdat/body/escape-html';
import { buildTimeline, shareGood, type TimelineCell } from './build-timeline.ts';
import { explainReason } from './explain-reason.ts';
import { type State, STATES } from './judge-mirror.ts';
import type { Transfer } from './observation.ts';
import { STATUS_STYLE } from './status-style.ts';
import type { Check, PastCheck } from './watch-history.ts';

/** A mirror as the status page shows it. */
export interface ShownMirror {
  name: string;
  /** Absent for a reserve mirror. */
  base?: string | undefined;
  check: Check;
  past: readonly PastCheck[];
}

export interface StatusPage {
  /** Milliseconds since 1970. */
  now: number;
  newest: number;
  mirrors: readonly ShownMirror[];
}

/** A shape for each state, so that colour is not all that tells them apart. Drawn in a square of 10. */
const SHAPES: Record<State, string> = {
  good: '<circle cx="5" cy="5" r="5"/>',
  stale: '<path d="M5 0l5 10H0z"/>',
  frozen: '<path d="M0 0h4v10H0zM6 0h4v10H6z"/>',
  lying: '<path d="M5 0l5 5-5 5-5-5z"/>',
  blocked: '<path d="M0 3h10v4H0z"/>',
  down: '<path d="M0 2l2-2 3 3 3-3 2 2-3 3 3 3-2 2-3-3-3 3-2-2 3-3z"/>',
};

/** How high a cell of a timeline stands: what is wrong stands out. */
const HEIGHTS: Record<State, number> = {
  good: 14,
  stale: 20,
  frozen: 24,
  lying: 24,
  blocked: 24,
  down: 24,
};

/**
 * Builds the page that shows how all mirrors are: one HTML file that needs nothing else and makes no request. Equal
 * input gives equal bytes.
 */
export function buildStatusPage({ now, newest, mirrors }: StatusPage): string {
  const lead = `${newest > 0 ? `The newest release is number ${newest}. ` : ''}Last looked at ${formatTime(now)}.`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>Mirrors: ${escapeHtml(summarize(mirrors))}</title>
<style>${STATUS_STYLE}</style>
</head>
<body>
<main>
<h1>Mirrors</h1>
<p class="lead">${lead}</p>
<ul class="sum">
${STATES.map((state) => showCount(state, mirrors)).join('')}</ul>
${mirrors.map((mirror, at) => showMirror(mirror, at, now)).join('\n')}
</main>
<footer>A bar is six hours, and shows the worst that was seen in them. Times are UTC.</footer>
</body>
</html>
`;
}

function summarize(mirrors: readonly ShownMirror[]): string {
  const good = mirrors.filter(({ check }) => check.state === 'good').length;
  return `${good} of ${mirrors.length} good`;
}

function showCount(state: State, mirrors: readonly ShownMirror[]): string {
  const count = mirrors.filter(({ check }) => check.state === state).length;
  return count === 0 ? '' : `<li><b>${count}</b> ${showState(state)}</li>\n`;
}

const showState = (state: State): string =>
  `<span class="s ${state}"><svg viewBox="0 0 10 10" aria-hidden="true">${SHAPES[state]}</svg>${state}</span>`;

function showMirror({ name, base, check, past }: ShownMirror, at: number, now: number): string {
  const { state, reasons, notes } = check;
  const said = [
    ...reasons.map((reason) => `<li>${escapeHtml(explainReason(reason).en)}</li>`),
    ...notes.map((note) => `<li class="note">${escapeHtml(explainReason(note).en)}</li>`),
  ];
  return `<article aria-labelledby="m${at}">
<div class="top"><h2 id="m${at}">${escapeHtml(name)}</h2>${showState(state)}</div>
<p class="where">${base === undefined ? 'in reserve' : escapeHtml(base)}</p>
${said.length > 0 ? `<ul class="why">${said.join('')}</ul>\n` : ''}${showTimeline(past, now)}
${showFigures(check)}
</article>`;
}

function showTimeline(past: readonly PastCheck[], now: number): string {
  const cells = buildTimeline(past, now);
  const share = shareGood(past);
  const words =
    share === undefined ? 'not looked at before' : `good at ${share}% of ${past.length} looks`;
  const begin = formatTime(cells[0]?.from ?? now).slice(0, 10);
  return `<svg class="line" viewBox="0 0 ${cells.length * 5 - 1} 24" preserveAspectRatio="none" role="img" aria-label="Since ${begin}: ${words}">${cells.map(showCell).join('')}</svg>
<div class="ends"><span>${begin}</span><span>${words}</span><span>now</span></div>`;
}

function showCell({ state }: TimelineCell, at: number): string {
  const height = state === undefined ? 3 : HEIGHTS[state];
  const kind = state === undefined ? '' : ` class="${state}"`;
  return `<rect${kind} x="${at * 5}" y="${24 - height}" width="4" height="${height}"/>`;
}

function showFigures({ seen, at }: Check): string {
  const { release, first, transfers, tls, judged } = seen;
  const days = tls && Math.floor((tls.expires - at) / 86_400_000);
  const figures: [string, string | undefined][] = [
    ['Release', release && String(release.number)],
    ['First byte', first && `${first.firstByteMs} ms`],
    ['Files judged', judged > 0 ? String(judged) : undefined],
    ['HTTP/1.1', showTransfer(transfers.http1)],
    ['HTTP/2', showTransfer(transfers.http2)],
    ['Certificate', days === undefined ? undefined : `${days} days`],
  ];
  const known = figures.filter(([, value]) => value !== undefined);
  if (known.length === 0) return '';
  return `<dl>${known.map(([name, value = '']) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

function showTransfer(transfer: Transfer | undefined): string | undefined {
  if (transfer === undefined) return undefined;
  const size = `${Math.round(transfer.bytes / 1_024)} KB`;
  if (transfer.ended === undefined) return `${size} through`;
  return transfer.ended === 'silence' ? `frozen at ${size}` : `closed at ${size}`;
}

/** RFC 3339 to the minute, with a space: `2026-11-22 12:00 UTC`. */
function formatTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
