import type { Element, ElementContent, Properties, Text } from 'hast';

export function element(
  tagName: string,
  properties: Properties,
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}

// XML (feeds) forbids these, and directional overrides let a text pretend to be another.
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\ufff9-\ufffb\ufffe\uffff]/g;

/** Text without control characters, directional overrides and halves of characters. */
export function cleanText(value: string): string {
  return value.toWellFormed().replaceAll(UNPRINTABLE, '');
}

export function textNode(value: string): Text {
  return { type: 'text', value: cleanText(value) };
}

/** True for text nodes of white space and line breaks. */
export function isBlank(node: ElementContent): boolean {
  if (node.type === 'element') return node.tagName === 'br';
  return node.type === 'text' && node.value.trim() === '';
}
