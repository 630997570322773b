const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  // Text holds no `]]>`.
  '>': '&gt;',
  '"': '&quot;',
  // As they are, parsers make spaces of them in attributes, and line feeds of the last in texts.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What no XML 1.0 document may hold, not even as a reference (section 2.2). */

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as it may stand in XML, between tags and in double quotes; what XML cannot hold becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  keepXml(text).replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? character);

/** Text that XML can hold. */
export const keepXml = (text: string): string => text.toWellFormed().replace(FORBIDDEN, '\ufffd');
