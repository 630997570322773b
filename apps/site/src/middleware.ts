import { finishPage } from '@tamizdat/tree';
import { defineMiddleware } from 'astro:middleware';
import { archive } from './archive.ts';
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
  const html = finishPage(slimPage(await response.text()), address, { wasm, origin, formAction });
  return new Response(html, { status: response.status, headers: response.headers });
}
