const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
};

/** Plain text as the content of an XML or HTML element. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (char) => ESCAPES[char] ?? char);
}

/** An attribute's tabs and line ends are written as references: a parser makes spaces of them. */
function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\t\n]/g, (char) => ESCAPES[char] ?? char);
}

/**
 * One XML element. `name` and the attributes' names are trusted, values and text are escaped
 * (they must be legal text already); `inner` is markup made by this function.
 */
export function buildElement(
  name: string,
  attributes: Record<string, string | number>,
  text = '',
  inner = '',
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('');
  const content = escapeText(text) + inner;
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
