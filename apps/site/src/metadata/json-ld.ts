/** A node of a schema.org graph; what is undefined is left out. */
export interface LinkedNode {
  '@type': string;
  [property: string]: unknown;
}

/**
 * A page's JSON-LD data block. `<` is written as an escape, so that nothing in a title can end the element
 * (HTML, 4.12.1.3, restrictions for contents of script elements).
 */
export function jsonLdHtml(node: LinkedNode | { '@graph': LinkedNode[] }): string {
  const text = JSON.stringify({ '@context': 'https://schema.org', ...node });
  return `<script type=application/ld+json>${text.replaceAll('<', '\\u003c')}</script>`;
}

/** A list of one is its only member, as JSON-LD reads both alike; an empty list is left out. */
export function compact<Value>(values: readonly Value[]): Value | readonly Value[] | undefined {
  return values.length > 1 ? values : values[0];
}
