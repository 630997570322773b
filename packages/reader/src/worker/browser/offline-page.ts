import { toBytes, toText } from '../bytes.ts';
import type { Parts } from './parts.ts';
import { toResponse } from './to-response.ts';

/** The page that says what is at hand and goes on looking, in the edition of the page that was asked for. */
export async function offlinePage({ reader }: Parts, path: string): Promise<Response> {
  const { kept, options } = reader;
  const { languages } = options.settings;
  const lang = languages.find((code) => path.startsWith(`${code}/`)) ?? languages[0] ?? '';
  const found = await kept.find(`${lang}/reader.html`, options.now());
  // The starter says so by itself.
  if (!found) throw new Error('no page');
  // Its links are relative to its own address, and it is shown at another.
  const base = `<head><base href="${options.scope}${lang}/reader.html">`;
  const html = toText(found.bytes).replace('<head>', base);
  return toResponse({ file: found.file, bytes: toBytes(html) }, null, 503);
}
