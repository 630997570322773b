import { escapeHtml } from '@tamizdat/render';

/** An attribute as short as HTML allows (HTML, 13.1.2.3): unquoted where nothing in its value would end it. */
function attribute(name: string, value: string): string {
  const plain = /^[^\s"'`=<>&]+$/.test(value);
  return ` ${name}=${plain ? value : `"${escapeHtml(value)}"`}`;
}

/** An element without content, its attributes escaped; none for what is undefined. */
export function voidElement(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : attribute(key, value),
  );
  return `<${name}${written.join('')}>`;
}
