import type { ElementContent } from 'hast';
import type { Paragraph, PhrasingContent } from 'mdast';
import type { FigureNode, RenderContext } from './context.ts';
import { element, isBlank } from './element.ts';
import { renderFigure, renderPhrasing } from './inline.ts';

function isImage(
  node: PhrasingContent,
): node is Extract<PhrasingContent, { type: 'image' | 'imageReference' }> {
  return node.type === 'image' || node.type === 'imageReference';
}

function isSpace(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

const gallery = (figures: FigureNode[]): ElementContent[] =>
  figures.length > 1 ? [element('div', { className: ['gallery'] }, figures)] : figures;

function renderText(nodes: readonly PhrasingContent[], context: RenderContext): ElementContent[] {
  const content = renderPhrasing(nodes, context);
  const figures = context.displaced.splice(0);
  return content.every(isBlank) ? gallery(figures) : [element('p', {}, content), ...figures];
}

/** Images alone in a paragraph: one is a figure, several are a gallery. */
function renderImages(nodes: readonly PhrasingContent[], context: RenderContext): ElementContent[] {
  const figures = nodes.filter(isImage).flatMap((node): FigureNode[] => {
    const figure = renderFigure(node, context);
    return figure ? [figure] : [];
  });
  return gallery(figures);
}

/** A paragraph; images that stand between words split it, because a figure cannot stand in a line. */
export function renderParagraph(paragraph: Paragraph, context: RenderContext): ElementContent[] {
  const nodes = paragraph.children;
  if (nodes.some(isImage) && nodes.every((node) => isImage(node) || isSpace(node)))
    return renderImages(nodes, context);
  const parts: ElementContent[] = [];
  let text: PhrasingContent[] = [];
  for (const node of nodes) {
    if (!isImage(node)) {
      text.push(node);
      continue;
    }
    parts.push(...renderText(text, context), ...renderImages([node], context));
    text = [];
  }
  return [...parts, ...renderText(text, context)];
}
