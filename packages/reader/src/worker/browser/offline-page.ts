import type { Parts } from './parts.ts';
import { toResponse } from './to-response.ts';

/** The page that says what is at hand and goes on looking, in the edition of the page that was asked for. */
export async function offlinePage({ reader }: Parts, path: string): Promise<Response> {
  const { kept, options } = reader;
  const { languages } = options.settings;
  const lang = languages.find((code) => path.startsWith(`${code}/`)) ?? languages[0] ?? '';
  const found = await kept.find(`${lang}/reader.html`, options.now());
  // The stub says so by itself.
  if (!found) throw new Error('no page');
  return placed(toResponse(found, null, 503), options.scope, lang);
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
