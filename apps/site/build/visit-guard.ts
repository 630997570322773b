import type { IncomingHttpHeaders } from 'node:http';
import type { VitePlugin } from './vite-plugin.ts';

/** Names of this machine for itself. */
const OWN_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/** What a request to the preview is answered with instead of a page. */
export interface Refusal {
  status: 403 | 404;
  message: string;
}

/**
 * Why a request to the preview is refused; undefined where it is the writer's own. Any page that is open in the same
 * browser can send requests to this machine, as frames and as links too, and a name that an attacker holds can lead to
 * it (DNS rebinding). So the host has to be this machine, and the request has to come from the preview itself or from
 * the address bar (Fetch Metadata, `Sec-Fetch-Site`; older browsers tell an `Origin` where it matters).
 */
export function refuseVisit(url: string, headers: IncomingHttpHeaders): Refusal | undefined {
  // Vite starts an editor there, for whoever asks.
  if (/open-in-editor/i.test(url))
    return { status: 404, message: 'The preview opens no editor: open the file yourself.' };
  const { host = '', origin } = headers;
  const site = headers['sec-fetch-site'] ?? 'none';
  const isOwn =
    OWN_HOST.test(host) &&
    (site === 'same-origin' || site === 'none') &&
    (origin === undefined || origin === `http://${host}`);
  if (isOwn) return undefined;
  return {
    status: 403,
    message: 'The preview is for this machine alone: type its address yourself.',
  };
}

/** Stands before everything that the preview server answers, Vite's own addresses included. */
export function visitGuard(): VitePlugin {
  return {
    name: 'tamizdat:visit-guard',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        response.setHeader('cross-origin-resource-policy', 'same-origin');
        response.setHeader('x-frame-options', 'DENY');
        const refusal = refuseVisit(request.url ?? '/', request.headers);
        if (refusal === undefined) {
          next();
          return;
        }
        response.writeHead(refusal.status, { 'content-type': 'text/plain; charset=utf-8' });
        response.end(`${refusal.message}\n`);
      });
    },
  };
}
