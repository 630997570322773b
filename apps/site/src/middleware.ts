import { weightOf } from '@tamizdat/archive';
import { finishPage, roomOf } from '@tamizdat/tree';
import { defineMiddleware } from 'astro:middleware';
import { archive } from './archive.ts';
import { SPARED_ROOM } from './limits.ts';
import { slimPage } from './slim/slim-page.ts';

/** Every page passes here once it is rendered: nothing idle in it, relative links, content security policy, guards. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
  const { caught } = locals;
  try {
    return await finish(await next(), locals);
  } catch (error) {
    if (!caught) throw error;
    // Astro would make a page of it that says nothing.
    caught.error = error;
    return new Response(null, { status: 500 });
  }
});

async function finish(response: Response, locals: App.Locals): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  if (import.meta.env.DEV || !type.startsWith('text/html')) return response;
  const { address, wasm = false, formAction = [] } = locals;
  if (!address)
    throw new Error('a page was rendered that did not say its address (locals.address)');
  const { origin } = await (await archive()).outlet();
  const finished = (text: string): string =>
    finishPage(slimPage(text), address, { wasm, origin, formAction });
  const text = await response.text();
  const whole = finished(text);
  // A template has said what can be spared by the time its text is there.
  const { spare = [] } = locals;
  const isTight =
    spare.length > 0 && roomOf(address, whole, weightOf(address)?.budget) < SPARED_ROOM;
  const html = isTight
    ? finished(spare.reduce((rest, piece) => rest.replace(piece, ''), text))
    : whole;
  return new Response(html, { status: response.status, headers: response.headers });
}
