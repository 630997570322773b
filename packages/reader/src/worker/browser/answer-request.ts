import { MAX_SHOWN } from '../../limits.ts';
import { isNoPage } from '../answer/is-no-page.ts';
import { answerOutside } from './answer-outside.ts';
import { offlinePage } from './offline-page.ts';
import type { PageNote, Parts } from './parts.ts';
import { pathOf } from './path-of.ts';
import { toResponse } from './to-response.ts';

/** Answers a request of a page or for a page: genuine bytes, or what says that there are none. */
export async function answerRequest(parts: Parts, event: FetchEvent): Promise<Response> {
  const { reader, upkeep, worker } = parts;
  const { request } = event;
  const path = pathOf(request.url, worker.registration.scope);
  if (path === undefined) return answerOutside(request);
  const isPage = request.mode === 'navigate';
  if (isPage && isPurge(request)) return purge(parts, path);
  try {
    const found = await reader.find(path, isPage);
    if (isPage) {
      const { from, base, release, isOld, isUnchecked } = found;
      remember(parts, event, { from, base, release, isOld, isUnchecked });
      event.waitUntil(upkeep.run());
    }
    return toResponse(found, request.headers.get('range'));
  } catch (error) {
    if (!isPage) return isNoPage(error) ? ofItsRelease(parts, event, path) : Response.error();
    remember(parts, event, { from: 'none' });
    return isNoPage(error) ? notFound(parts) : offlinePage(parts, path);
  }
}

function remember({ shown }: Parts, { resultingClientId }: FetchEvent, note: PageNote): void {
  shown.set(resultingClientId, note);
  const [oldest = ''] = shown.keys();
  if (shown.size > MAX_SHOWN) shown.delete(oldest);
}

/** What the newest release does not hold may be a picture of a page that stands open since a former one. */
async function ofItsRelease(
  { reader, shown }: Parts,
  { clientId }: FetchEvent,
  path: string,
): Promise<Response> {
  const note = shown.get(clientId);
  try {
    if (note && 'release' in note) return toResponse(await reader.findFormer(path, note.release));
  } catch {
    // It is gone.
  }
  return new Response(null, { status: 404 });
}

/** Only a whole page that is opened can ask for it, so that no picture on another site does. */
const isPurge = ({ url, destination }: Request): boolean =>
  destination === 'document' && /\/reader\.html\?purge$/.test(url);

/** Deletes everything, and shows the page that says so, which was kept a moment ago. */
async function purge({ reader, upkeep }: Parts, path: string): Promise<Response> {
  await reader.load();
  const kept = await reader.kept.find(path, reader.options.now());
  await upkeep.purge();
  return toResponse(kept ?? (await reader.find(path, true)));
}

async function notFound(parts: Parts): Promise<Response> {
  try {
    return toResponse(await parts.reader.find('404.html', true), null, 404);
  } catch {
    return offlinePage(parts, '');
  }
}
