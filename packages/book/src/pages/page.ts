import type { Book } from '../book.ts';
import { escapeXml } from '../xhtml/xml-text.ts';

/** A page of a book. @param body XHTML */
export function buildPage({ lang, dir }: Pick<Book, 'lang' | 'dir'>, title: string, body: string) {
  const language = escapeXml(lang);
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}" dir="${dir}">
<head>
<meta charset="utf-8"/>
<title>${escapeXml(lineOf(title))}</title>
<link rel="stylesheet" type="text/css" href="look.css"/>
</head>
<body>
${body}
</body>
</html>
`;
}

/** A text on one line, and never an empty one: a page without a name is no valid one. */
export const lineOf = (text: string): string => text.replace(/\s+/g, ' ').trim() || '—';

/** Lines of text, a paragraph each. */
export const linesOf = (lines: readonly string[]): string =>
  lines.map((line) => `<p>${escapeXml(line)}</p>`).join('\n');
