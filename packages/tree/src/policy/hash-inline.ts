import { createHash } from 'node:crypto';

/**
 * Gives the CSP source of an inline style or script: `'sha256-…'` over its text as the browser holds it, in UTF-8
 * (CSP 3, "does element match source list"). The HTML parser turns CR and CRLF into LF and NUL into U+FFFD.
 */
export function hashInline(text: string): string {
  const held = text.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
  return `'sha256-${createHash('sha256').update(held, 'utf8').digest('base64')}'`;
}
