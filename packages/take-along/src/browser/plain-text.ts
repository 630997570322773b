/** What stands in lines of its own. */
const BLOCK =
  /^(?:P|H[1-6]|UL|OL|LI|FIGURE|FIGCAPTION|BLOCKQUOTE|PRE|TABLE|TR|DIV|HEADER|SECTION|ARTICLE|HR)$/;

/** An article’s copy as plain text: paragraphs with an empty line between them, items and cells in lines. */
export function plainText(copy: Element): string {
  const text = [...copy.childNodes].map(textOf).join('');
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function textOf(node: Node): string {
  if (node instanceof Text) return node.data.replace(/[ \t\r\n]+/g, ' ');
  if (!(node instanceof Element)) return '';
  const inside =
    node.tagName === 'PRE' ? node.textContent : [...node.childNodes].map(textOf).join('');
  return frame(node, inside);
}

function frame(element: Element, inside: string): string {
  const { tagName, parentElement } = element;
  if (tagName === 'BR') return '\n';
  if (tagName === 'IMG') return wordsOf(element.getAttribute('alt'));
  if (element.getAttribute('role') === 'doc-noteref') return `[${inside}]`;
  if (tagName === 'LI') return `\n${markOf(element)}${inside.trim()}\n`;
  if (/^T[DH]$/.test(tagName)) return `${inside}\t`;
  if (tagName === 'TR' || (tagName === 'P' && parentElement?.className === 'meta'))
    return `\n${inside}\n`;
  return BLOCK.test(tagName) ? `\n\n${inside}\n\n` : inside;
}

const wordsOf = (alt: string | null): string => (alt ? `\n\n[${alt}]\n\n` : '');

function markOf(item: Element): string {
  const list = item.parentElement;
  if (list?.tagName !== 'OL') return '– ';
  const place = [...list.children].indexOf(item);
  return `${Number(list.getAttribute('start') ?? 1) + place}. `;
}
