import type { Parts } from './parts.ts';
import { toResponse } from './to-response.ts';

/** The page that says what is at hand and goes on looking, in the edition of the page that was asked for. */
export async function offlinePage({ reader }: Parts, path: string): Promise<Response> {
  const { languages } = reader.options.settings;
  const [first = ''] = path.split('/');
  const order = languages.includes(first) ? [first, ...languages] : languages;
  for (const lang of order) {
    const found = await reader.kept.find(`${lang}/reader.html`, reader.options.now());
    if (found) return placed(toResponse(found, null, 503), reader.options.scope, lang);
  }
  // The stub says so by itself.
  throw new Error('no page');
}

/** Its links are relative to its own address, and it is shown at another. */
async function placed(response: Response, scope: string, lang: string): Promise<Response> {
  const { status, headers } = response;
  const html = (await response.text()).replace(
    '<head>',
    `<head><base href="${scope}${lang}/reader.html">`,
  );
  return new Response(html, { status, headers });
}
