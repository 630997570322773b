import type { ElementContent } from 'hast';
import type { Code, List, ListItem, Paragraph, RootContent } from 'mdast';
import { SCROLLED_LABEL_MAX } from '../limits.ts';
import type { RenderContext } from './context.ts';
import { cleanText, element, isBlank, textNode } from './element.ts';
import { renderHeading } from './heading.ts';
import { orderedList } from './ordered-list.ts';
import { renderParagraph } from './paragraph.ts';
import { InlineAssembly } from './raw-html.ts';
import { renderTable } from './table.ts';

function checkMark(item: ListItem): ElementContent[] {
  if (typeof item.checked !== 'boolean') return [];
  return [textNode(item.checked ? '☑ ' : '☐ ')];
}

function tightContent(paragraph: Paragraph, context: RenderContext): ElementContent[] {
  return renderParagraph(paragraph, context).flatMap((node) =>
    node.type === 'element' && node.tagName === 'p' ? node.children : [node],
  );
}

function renderItem(item: ListItem, loose: boolean, context: RenderContext): ElementContent {
  const content = item.children.flatMap((child) =>
    !loose && child.type === 'paragraph'
      ? tightContent(child, context)
      : renderBlock(child, context),
  );
  return element('li', {}, [...checkMark(item), ...content]);
}

function renderList(list: List, context: RenderContext): ElementContent {
  const loose = (list.spread ?? false) || list.children.some((item) => item.spread ?? false);
  const items = list.children.map((item) => renderItem(item, loose, context));
  return list.ordered === true ? orderedList(items, list.start ?? 1) : element('ul', {}, items);
}

function wrapInParagraph(nodes: ElementContent[]): ElementContent[] {
  return nodes.every(isBlank) ? [] : [element('p', {}, nodes)];
}

/**
 * Code keeps its lines, so that a long one is scrolled to: by keyboard too (WCAG 2.1.1), under a name (4.1.2), its
 * first line.
 */
function renderCode({ value }: Code): ElementContent {
  const [label = ''] = cleanText(value).trim().split('\n');
  const name = label.slice(0, SCROLLED_LABEL_MAX).toWellFormed();
  const named = name === '' ? {} : { role: 'group', ariaLabel: name };
  const code = element('code', {}, [textNode(`${value}\n`)]);
  return element('pre', { tabIndex: 0, ...named }, [code]);
}

function renderBlock(node: RootContent, context: RenderContext): ElementContent[] {
  switch (node.type) {
    case 'paragraph':
      return renderParagraph(node, context);
    case 'heading':
      return withDisplaced([renderHeading(node, context)], context);
    case 'blockquote':
      return [element('blockquote', {}, renderBlocks(node.children, context))];
    case 'list':
      return [renderList(node, context)];
    case 'table':
      return [renderTable(node, context)];
    case 'code':
      return [renderCode(node)];
    case 'thematicBreak':
      return [element('hr', {}, [])];
    case 'html': {
      const assembly = new InlineAssembly();
      assembly.addHtml(node);
      return wrapInParagraph(assembly.finish());
    }
    case 'definition':
    case 'footnoteDefinition':
      return [];
    default:
      return [];
  }
}

/** Adds the images that stood where no figure can. */
function withDisplaced(nodes: ElementContent[], context: RenderContext): ElementContent[] {
  return [...nodes, ...context.displaced.splice(0)];
}

export function renderBlocks(
  nodes: readonly RootContent[],
  context: RenderContext,
): ElementContent[] {
  return nodes.flatMap((node) => renderBlock(node, context));
}
