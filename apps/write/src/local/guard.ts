import type { IncomingHttpHeaders } from 'node:http';

/** What of a request tells where it comes from. */
export interface Asked {
  method: string;
  headers: IncomingHttpHeaders;
}

/**
 * Why a request to the local room is refused; undefined where it is the room’s own. Any page that is open in
 * the same browser can send requests to this machine, and a name that an attacker holds can lead to it
 * (DNS rebinding). So the host has to be the one the room listens at, and what changes anything has to come
 * from the room’s own page, as JSON, which no other page can send unasked (Fetch, “CORS-preflight”).
 */
export function refuseRequest({ method, headers }: Asked, port: number): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = headers.host ?? '';
  if (!hosts.includes(host))
    return `This is the writing room of ${hosts[0] ?? ''}, not of “${host.slice(0, 80)}”.`;
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (method !== 'POST') return 'The writing room answers GET and POST alone.';
  if (headers.origin !== `http://${host}`) return 'Only the writing room’s own page may write.';
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin')
    return 'Only the writing room’s own page may write.';
  return /^application\/json\b/.test(headers['content-type'] ?? '')
    ? undefined
    : 'The writing room takes JSON alone.';
}

/** Headers of every answer: nothing of the room may be framed, guessed at or read by other pages. */
export const ROOM_HEADERS = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;
