import type { IncomingHttpHeaders } from 'node:http';
import { HttpFault } from './http-fault.ts';
import { MAX_RETRY_AFTER_MS, SHOWN_CHARACTERS } from './limits.ts';

/** What an answer says by its status and headers, before a byte of its body is read. */
interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
}

/**
 * Judges an answer to a request for a whole file (RFC 9110, section 15; release SPEC 10.9).
 * @returns `body` where the body is to be judged, `missing` where the server says that there is no such file, or why the
 *   answer says nothing of the file: it is neither missing nor altered then
 */
export function judgeAnswer(
  { status, headers }: Answered,
  address: URL,
  now = Date.now(),
): 'body' | 'missing' | HttpFault {
  if (status === 404 || status === 410) return 'missing';
  // 203 is 200 that a proxy has touched: the bytes decide.
  if (status === 200 || status === 203 || (status === 206 && isWhole(headers))) return 'body';
  if (LEADING.has(status)) return judgeRedirect({ status, headers }, address);
  const retryMs = isPassing(status) ? readRetryAfter(headers['retry-after'], now) : undefined;
  return new HttpFault(
    nameOf(status),
    { en: `answers with status ${status}`, ru: `отвечает кодом ${status}` },
    {
      status,
      ...(retryMs === undefined ? {} : { retryMs }),
    },
  );
}

/** Statuses that name another place (RFC 9110, section 15.4); 304 and 305 do not. */
const LEADING = new Set([300, 301, 302, 303, 307, 308]);

/** Statuses by which a host keeps somebody out, or has stopped serving: 402 is what some send for unpaid bills. */
const REFUSING = new Set([401, 402, 403, 407, 423, 451]);

/** Statuses that another try may change: 408 and 425 ask for one (RFC 9110, 15.5.9; RFC 8470, 5.2). */
const isPassing = (status: number): boolean =>
  status >= 500 || status === 408 || status === 425 || status === 429;

function nameOf(status: number): string {
  if (status >= 500) return 'server-error';
  if (status === 429) return 'busy';
  return REFUSING.has(status) ? 'refused' : 'odd-status';
}

/** Whether what was sent as a part is all there is (RFC 9110, section 14.4). */
function isWhole(headers: IncomingHttpHeaders): boolean {
  const [, from, to, size] =
    /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/i.exec(headers['content-range'] ?? '') ?? [];
  return from !== undefined && Number(from) === 0 && Number(to) + 1 === Number(size);
}

function judgeRedirect({ status, headers }: Answered, address: URL): HttpFault {
  const to = URL.canParse(headers.location ?? '', address.href)
    ? new URL(headers.location ?? '', address)
    : undefined;
  if (to !== undefined && isStripped(address, to))
    return new HttpFault(
      'strips-html',
      {
        en: `leads on to an address without “.html” (status ${status}), as hosts do that make addresses “pretty”: programs cannot verify pages there. Turn that off at the host, or use another mirror`,
        ru: `отправляет на адрес без “.html” (код ${status}), как хостинги, которые делают адреса «красивыми» (“pretty”): проверить страницы там программы не могут. Отключите это на хостинге или возьмите другое зеркало`,
      },
      { status },
    );
  const place = to?.href.slice(0, SHOWN_CHARACTERS);
  return new HttpFault(
    'redirect',
    {
      en: `leads on to ${place ?? 'nowhere'}. If that is the mirror, give its address`,
      ru: `отправляет ${place === undefined ? 'в никуда' : `на ${place}`}. Если зеркало там, укажите тот адрес`,
    },
    { status },
  );
}

/** Whether an address is another one on the same host without `.html` or `index.html`. */
function isStripped(address: URL, to: URL): boolean {
  const bare = (path: string): string => path.replace(/\/$/, '');
  return (
    to.host === address.host &&
    [/\.html$/, /\/index\.html$/].some(
      (end) =>
        end.test(address.pathname) && bare(to.pathname) === bare(address.pathname.replace(end, '')),
    )
  );
}

/** Reads seconds or a date (RFC 9110, section 10.2.3). */
function readRetryAfter(text: string | undefined, now: number): number {
  const wanted = /^\d{1,9}$/.test(text ?? '') ? Number(text) * 1_000 : Date.parse(text ?? '') - now;
  return Math.min(Math.max(wanted || 0, 0), MAX_RETRY_AFTER_MS);
}
