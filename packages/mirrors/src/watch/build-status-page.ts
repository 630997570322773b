import type { InBoth, ToldLanguage } from '@tamizdat/problem';
import { escapeHtml } from '@tamizdat/body/escape-html';
import { buildTimeline, shareGood, type TimelineCell } from './build-timeline.ts';
import { explainReason } from './explain-reason.ts';
import { type State, STATES } from './judge-mirror.ts';
import type { Transfer } from './observation.ts';
import { STATE_NAMES } from './state-names.ts';
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
  /** The language of the page. */
  language: ToldLanguage;
}

type Say = (text: InBoth) => string;

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
export function buildStatusPage({ now, newest, mirrors, language }: StatusPage): string {
  const say: Say = (text) => text[language];
  const latest = say({
    en: `The newest release is number ${newest}. `,
    ru: `Номер новейшего выпуска: ${newest}. `,
  });
  const looked = say({
    en: `Last looked at ${formatTime(now)}.`,
    ru: `Последний осмотр: ${formatTime(now)}.`,
  });
  const heading = say({ en: 'Mirrors', ru: 'Зеркала' });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${heading}: ${escapeHtml(summarize(mirrors, say))}</title>
<style>${STATUS_STYLE}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
<p class="lead">${newest > 0 ? latest : ''}${looked}</p>
<ul class="sum">
${STATES.map((state) => showCount(state, mirrors, say)).join('')}</ul>
${mirrors.map((mirror, at) => showMirror(mirror, { at, now, say })).join('\n')}
</main>
<footer>${say(FOOTER)}</footer>
</body>
</html>
`;
}

const FOOTER: InBoth = {
  en: 'A bar is six hours, and shows the worst that was seen in them. Times are UTC.',
  ru: 'Столбик — это шесть часов: показано худшее, что было за это время. Время — UTC.',
};

function summarize(mirrors: readonly ShownMirror[], say: Say): string {
  const good = mirrors.filter(({ check }) => check.state === 'good').length;
  return say({
    en: `${good} of ${mirrors.length} good`,
    ru: `в порядке ${good} из ${mirrors.length}`,
  });
}

function showCount(state: State, mirrors: readonly ShownMirror[], say: Say): string {
  const count = mirrors.filter(({ check }) => check.state === state).length;
  return count === 0 ? '' : `<li><b>${count}</b> ${showState(state, say)}</li>\n`;
}

const showState = (state: State, say: Say): string =>
  `<span class="s ${state}"><svg viewBox="0 0 10 10" aria-hidden="true">${SHAPES[state]}</svg>${say(STATE_NAMES[state])}</span>`;

function showMirror(
  { name, base, check, past }: ShownMirror,
  { at, now, say }: { at: number; now: number; say: Say },
): string {
  const { state, reasons, notes } = check;
  const said = [
    ...reasons.map((reason) => `<li>${escapeHtml(say(explainReason(reason)))}</li>`),
    ...notes.map((note) => `<li class="note">${escapeHtml(say(explainReason(note)))}</li>`),
  ];
  return `<article aria-labelledby="m${at}">
<div class="top"><h2 id="m${at}">${escapeHtml(name)}</h2>${showState(state, say)}</div>
<p class="where">${base === undefined ? say({ en: 'in reserve', ru: 'в резерве' }) : escapeHtml(base)}</p>
${said.length > 0 ? `<ul class="why">${said.join('')}</ul>\n` : ''}${showTimeline(past, now, say)}
${showFigures(check, say)}
</article>`;
}

function showTimeline(past: readonly PastCheck[], now: number, say: Say): string {
  const cells = buildTimeline(past, now);
  const share = shareGood(past);
  const words =
    share === undefined
      ? say({ en: 'not looked at before', ru: 'раньше не осматривали' })
      : say({
          en: `good at ${share}% of ${past.length} looks`,
          ru: `в порядке в ${share}% осмотров, всего их ${past.length}`,
        });
  const begin = formatTime(cells[0]?.from ?? now).slice(0, 10);
  const since = say({ en: `Since ${begin}`, ru: `С ${begin}` });
  return `<svg class="line" viewBox="0 0 ${cells.length * 5 - 1} 24" preserveAspectRatio="none" role="img" aria-label="${since}: ${words}">${cells.map(showCell).join('')}</svg>
<div class="ends"><span>${begin}</span><span>${words}</span><span>${say({ en: 'now', ru: 'сейчас' })}</span></div>`;
}

function showCell({ state }: TimelineCell, at: number): string {
  const height = state === undefined ? 3 : HEIGHTS[state];
  const kind = state === undefined ? '' : ` class="${state}"`;
  return `<rect${kind} x="${at * 5}" y="${24 - height}" width="4" height="${height}"/>`;
}

function showFigures({ seen, at }: Check, say: Say): string {
  const { release, first, transfers, tls, judged } = seen;
  const days = tls && Math.floor((tls.expires - at) / 86_400_000);
  const figures: [string, string | undefined][] = [
    [say({ en: 'Release', ru: 'Выпуск' }), release && String(release.number)],
    [
      say({ en: 'First byte', ru: 'Первый байт' }),
      first && say({ en: `${first.firstByteMs} ms`, ru: `${first.firstByteMs} мс` }),
    ],
    [say({ en: 'Files judged', ru: 'Проверено файлов' }), judged > 0 ? String(judged) : undefined],
    ['HTTP/1.1', showTransfer(transfers.http1, say)],
    ['HTTP/2', showTransfer(transfers.http2, say)],
    [
      say({ en: 'Certificate', ru: 'Сертификат' }),
      days === undefined ? undefined : say({ en: `${days} days`, ru: `дней: ${days}` }),
    ],
  ];
  const known = figures.filter(([, value]) => value !== undefined);
  if (known.length === 0) return '';
  return `<dl>${known.map(([name, value = '']) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

function showTransfer(transfer: Transfer | undefined, say: Say): string | undefined {
  if (transfer === undefined) return undefined;
  const size = Math.round(transfer.bytes / 1_024);
  if (transfer.ended === undefined)
    return say({ en: `${size} KB through`, ru: `прошло ${size} КБ` });
  return transfer.ended === 'silence'
    ? say({ en: `frozen at ${size} KB`, ru: `замерло на ${size} КБ` })
    : say({ en: `closed at ${size} KB`, ru: `закрыто на ${size} КБ` });
}

/** RFC 3339 to the minute, with a space: `2026-11-22 12:00 UTC`. */
function formatTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
