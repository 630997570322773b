import type { Element, ElementContent, Properties } from 'hast';
import { ALLOWED_ELEMENTS, refuseAttribute } from '../html-policy.ts';
import { judgeLink } from '../url-policy.ts';
import type { RenderContext } from './context.ts';
import { WIDE_NUMBERS } from './ordered-list.ts';

type Rule = (value: string) => boolean;

const ID: Rule = (value) => /^[A-Za-z0-9-]+$/.test(value);
const ANY: Rule = () => true;
const LINK: Rule = (value) => judgeLink(value).allowed;
const oneOf =
  (...values: string[]): Rule =>
  (value) =>
    values.includes(value);

/** Everything a rendered body can hold: elements, and for each the attributes (hast names) with their values. */
const EMITTED: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  a: { href: LINK, id: ID, title: ANY, ariaLabel: ANY, role: oneOf('doc-noteref', 'doc-backlink') },
  blockquote: {},
  code: {},
  div: {
    className: oneOf('table', 'gallery'),
    tabIndex: oneOf('0'),
    role: oneOf('region'),
    ariaLabel: ANY,
  },
  h2: { id: ID },
  h3: { id: ID },
  h4: { id: ID },
  h5: { id: ID },
  h6: { id: ID },
  hr: {},
  li: { id: ID },
  ol: { start: (value) => /^\d{1,9}$/.test(value), className: oneOf(...WIDE_NUMBERS) },
  p: {},
  pre: { tabIndex: oneOf('0'), role: oneOf('group'), ariaLabel: ANY },
  section: { role: oneOf('doc-endnotes'), ariaLabelledBy: ID },
  table: {},
  tbody: {},
  td: { className: oneOf('al-c', 'al-r') },
  th: { className: oneOf('al-c', 'al-r') },
  thead: {},
  tr: {},
  ul: {},
};

const RAW_NAMES: Readonly<Record<string, string>> = { dateTime: 'datetime' };

function isAllowedProperty(tag: string, name: string, value: string): boolean {
  const rules = Object.hasOwn(EMITTED, tag) ? EMITTED[tag] : undefined;
  if (rules !== undefined) return Object.hasOwn(rules, name) && rules[name]?.(value) === true;
  return refuseAttribute(tag, RAW_NAMES[name] ?? name, value) === undefined;
}

function valueOf(value: Properties[string]): string {
  return Array.isArray(value) ? value.join(' ') : String(value);
}

function passElement(node: Element, context: Pick<RenderContext, 'figures'>): ElementContent[] {
  const children = passThrough(node.children, context);
  if (!Object.hasOwn(EMITTED, node.tagName) && !ALLOWED_ELEMENTS.includes(node.tagName))
    return children;
  const properties = Object.fromEntries(
    Object.entries(node.properties).filter(([name, value]) =>
      isAllowedProperty(node.tagName, name, valueOf(value)),
    ),
  );
  return [{ ...node, properties, children }];
}

/**
 * The last gate before serialising: lets through listed elements and attributes, text, and the page's
 * own figures, whatever the code before it did.
 */
export function passThrough(
  nodes: readonly ElementContent[],
  context: Pick<RenderContext, 'figures'>,
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'element') return passElement(node, context);
    if (node.type === 'text' || (node.type === 'raw' && context.figures.has(node))) return [node];
    return [];
  });
}
