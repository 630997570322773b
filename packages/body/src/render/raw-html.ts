import type { Element, ElementContent, Properties } from 'hast';
import type { Html } from 'mdast';
import {
  HIDDEN_CONTENT,
  isAllowedElement,
  refuseAttribute,
  VOID_ELEMENTS,
} from '../html-policy.ts';
import type { HtmlToken } from '../html-tokens.ts';
import { parseHtmlTokens } from '../html-tokens.ts';
import { RAW_DEPTH_MAX } from '../limits.ts';
import { cleanText, element, textNode } from './element.ts';

const PROPERTY_NAMES: Readonly<Record<string, string>> = { datetime: 'dateTime' };

function allowedProperties(token: Extract<HtmlToken, { kind: 'open' }>): Properties {
  const properties: Properties = {};
  for (const { name, value } of token.attributes) {
    const property = PROPERTY_NAMES[name] ?? name;
    if (
      refuseAttribute(token.name, name, value) === undefined &&
      !Object.hasOwn(properties, property)
    ) {
      properties[property] = cleanText(value);
    }
  }
  return properties;
}

/**
 * Puts Markdown's inline nodes and raw tags back together: allowed elements nest, whatever is not
 * closed is closed at the end, everything not allowed is dropped, scripts and the like with what they hold.
 */
export class InlineAssembly {
  readonly #root: ElementContent[] = [];
  readonly #open: Element[] = [];
  #hidden: string | undefined;

  add(...nodes: ElementContent[]): void {
    if (this.#hidden === undefined) (this.#open.at(-1)?.children ?? this.#root).push(...nodes);
  }

  addHtml(node: Html): void {
    for (const token of parseHtmlTokens(node.value)) this.#addToken(token);
  }

  /** True while nothing is shown because a script or the like is open. */
  get isHidden(): boolean {
    return this.#hidden !== undefined;
  }

  finish(): ElementContent[] {
    return this.#root;
  }

  #addToken(token: HtmlToken): void {
    if (this.#hidden !== undefined) {
      if (token.kind === 'close' && token.name === this.#hidden) this.#hidden = undefined;
      return;
    }
    if (token.kind === 'text') this.add(textNode(token.value));
    else if (token.kind === 'open') this.#openElement(token);
    else if (token.kind === 'close') this.#closeElement(token.name);
  }

  #openElement(token: Extract<HtmlToken, { kind: 'open' }>): void {
    if (HIDDEN_CONTENT.has(token.name)) this.#hidden = token.name;
    if (!isAllowedElement(token.name) || this.#open.length >= RAW_DEPTH_MAX) return;
    const opened = element(token.name, allowedProperties(token), []);
    this.add(opened);
    if (!VOID_ELEMENTS.has(token.name)) this.#open.push(opened);
  }

  #closeElement(name: string): void {
    const index = this.#open.findLastIndex(({ tagName }) => tagName === name);
    if (index >= 0) this.#open.length = index;
  }
}
