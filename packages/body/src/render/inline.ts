import type { Element, ElementContent } from 'hast';
import type { Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast';
import { judgeImageFile, judgeLink } from '../url-policy.ts';
import type { FigureNode, RenderContext } from './context.ts';
import { cleanText, element, isBlank, textNode } from './element.ts';
import { renderReference } from './notes.ts';
import type { BodyImage } from './options.ts';
import { InlineAssembly } from './raw-html.ts';

/** The id a fragment of the text's own leads to: a heading is found by its words alone. */
export function resolveFragment(
  fragment: string,
  { prefix, headingIds }: Pick<RenderContext, 'prefix' | 'headingIds'>,
): string {
  const candidates = [`${prefix}h-${fragment}`, `${prefix}${fragment}`];
  return candidates.find((candidate) => headingIds.has(candidate)) ?? fragment;
}

/** Where a link leads on the page, or undefined when it may not lead anywhere. */
export function resolveLink(url: string, context: RenderContext): string | undefined {
  const { options } = context;
  const judgement = judgeLink(url);
  if (!judgement.allowed) return undefined;
  if (judgement.value.startsWith('#')) {
    return `#${resolveFragment(judgement.value.slice(1), context)}`;
  }
  const rewritten = judgeLink(options.link ? options.link(judgement.value) : judgement.value);
  return rewritten.allowed ? rewritten.value : undefined;
}

function renderLink(
  url: string,
  title: string | null | undefined,
  node: Link | LinkReference,
  context: RenderContext,
): ElementContent[] {
  const href = resolveLink(url, context);
  context.linked = href;
  const children = renderPhrasing(node.children, context);
  context.linked = undefined;
  if (href === undefined || children.every(isBlank)) return children;
  return [element('a', title ? { href, title: cleanText(title) } : { href }, children)];
}

function describeImage(
  node: Image | ImageReference,
  { body, linked }: RenderContext,
): BodyImage | undefined {
  const target = node.type === 'image' ? node : body.definitions.get(node.identifier);
  const judgement = judgeImageFile(target?.url ?? '');
  if (!target || !judgement.allowed) return undefined;
  return {
    file: judgement.value,
    alt: cleanText(node.alt ?? ''),
    ...(target.title ? { title: cleanText(target.title) } : {}),
    ...(linked === undefined ? {} : { href: linked }),
  };
}

/** The figure of an image, or undefined when it is left out. */
export function renderFigure(
  node: Image | ImageReference,
  context: RenderContext,
): FigureNode | undefined {
  const image = describeImage(node, context);
  const html = image && context.options.picture?.(image);
  if (typeof html !== 'string') return undefined;
  const figure: FigureNode = { type: 'raw', value: html };
  context.figures.add(figure);
  return figure;
}

function renderInline(node: PhrasingContent, context: RenderContext): ElementContent[] {
  switch (node.type) {
    case 'text':
      return [textNode(node.value)];
    case 'emphasis':
      return [element('em', {}, renderPhrasing(node.children, context))];
    case 'strong':
      return [element('strong', {}, renderPhrasing(node.children, context))];
    case 'delete':
      return [element('del', {}, renderPhrasing(node.children, context))];
    case 'inlineCode':
      return [element('code', {}, [textNode(node.value)])];
    case 'break':
      return [element('br', {}, []), textNode('\n')];
    case 'link':
      return renderLink(node.url, node.title, node, context);
    case 'linkReference': {
      const definition = context.body.definitions.get(node.identifier);
      return definition
        ? renderLink(definition.url, definition.title, node, context)
        : renderPhrasing(node.children, context);
    }
    case 'image':
    case 'imageReference': {
      const figure = renderFigure(node, context);
      if (figure) context.displaced.push(figure);
      return [];
    }
    case 'footnoteReference':
      return renderReference(node, context);
    default:
      return [];
  }
}

const isElement = (node: ElementContent): node is Element => node.type === 'element';

/** Inline content. Images in it are put aside in `context.displaced`: a figure cannot stand in a line. */
export function renderPhrasing(
  nodes: readonly PhrasingContent[],
  context: RenderContext,
): ElementContent[] {
  const assembly = new InlineAssembly();
  let note: Element | undefined;
  for (const node of nodes) {
    if (node.type === 'html') assembly.addHtml(node);
    else if (!assembly.isHidden) {
      const rendered = renderInline(node, context);
      const next = node.type === 'footnoteReference' ? rendered.find(isElement) : undefined;
      // Two notes in a row, “1, 2”: without a comma they would read as note 12, wherever a page is copied to.
      if (note && next) note.children.push(textNode(', '), ...next.children);
      else assembly.add(...rendered);
      note = next && (note ?? next);
      continue;
    }
    note = undefined;
  }
  return assembly.finish();
}
