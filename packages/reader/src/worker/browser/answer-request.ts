import { isNoPage } from '../answer/reader.ts';
import { answerOutside } from './answer-outside.ts';
import { offlinePage } from './offline-page.ts';
import type { Parts } from './parts.ts';
import { pathOf } from './path-of.ts';
import { toResponse } from './to-response.ts';

/** Answers a request of a page or for a page: genuine bytes, or what says that there are none. */
export async function answerRequest(parts: Parts, event: FetchEvent): Promise<Response> {
  const { reader, shown, upkeep, worker } = parts;
  const { request } = event;
  const path = pathOf(request.url, worker.registration.scope);
  if (path === undefined) return answerOutside(request);
  const isPage = request.mode === 'navigate';
  if (isPage && isPurge(request)) await upkeep.purge();
  try {
    const found = await reader.find(path, isPage);
    if (isPage) shown.set(event.resultingClientId, found);
    if (isPage) event.waitUntil(upkeep.run());
    return toResponse(found, request.headers.get('range'));
  } catch (error) {
    if (!isPage) return isNoPage(error) ? new Response(null, { status: 404 }) : Response.error();
    shown.set(event.resultingClientId, { from: 'none' });
    if (isNoPage(error)) return notFound(parts);
    return offlinePage(parts, path);
  }
}

/** Only a whole page that is opened can ask for it, so that no picture on another site does. */
const isPurge = ({ url, destination }: Request): boolean =>
  destination === 'document' && /\/reader\.html\?purge$/.test(url);

async function notFound(parts: Parts): Promise<Response> {
  try {
    return toResponse(await parts.reader.find('404.html', true), null, 404);
  } catch {
    return offlinePage(parts, '');
  }
}
