import { withoutOutlet } from '../forms/without-outlet.ts';
import { blankAcross, blankAddresses } from '../forms/blank-addresses.ts';
import { blankedId } from '../forms/blanked-id.ts';

/** What a page has around a text: offers, lists, what is next. */
const AROUND =
  'aside,form,fieldset,nav,script,source,.kicker,.row,.by-mail,[role=doc-backlink],article>.meta';

/** Attributes that say something outside the page. */
const KEPT =
  /^(?:id|role|lang|dir|datetime|start|colspan|rowspan|scope|alt|width|height|data-from|tabindex|aria-label)$/;

/** Attributes of those that name something: no reader reads them. */
const UNREAD = /^(?:id|role|lang|dir|href|class|data-from)$/;

/** Elements inside a line: an address may begin before one and end in it. */
const INSIDE =
  'a,abbr,b,bdi,bdo,cite,code,del,em,i,ins,kbd,mark,q,s,samp,small,span,strong,time,u,var,wbr';

/**
 * A copy of an article as it is passed on: its text alone, without any address, in links or spelt out. What only the page
 * needs is gone; notes stay linked with their places. Pictures say in `data-from` where they stand. It belongs to a document
 * of its own, in which nothing is loaded.
 * @param outlet Whose name credits leave out; empty where they keep it
 * @param hosts Its own and its mirrors’
 */
export function copyArticle(
  article: Element,
  outlet: string,
  hosts: readonly string[],
): HTMLElement {
  const inert = document.implementation.createHTMLDocument('');
  const copy = inert.importNode(article, true) as HTMLElement;
  for (const element of copy.querySelectorAll('*'))
    if (element.matches('audio,video')) element.replaceWith(wordsOf(element));
    else if (element.matches(AROUND) && !isOfText(element)) element.remove();
  for (const link of copy.querySelectorAll('a:not([role])')) link.replaceWith(...link.childNodes);
  for (const element of copy.querySelectorAll('*')) clean(element, hosts);
  const headings = [...copy.querySelectorAll('h2,h3,h4,h5,h6')];
  const words = headings.map(({ textContent }) => textContent);
  blankTexts(copy, hosts);
  for (const [at, { textContent }] of headings.entries())
    if (textContent !== words[at]) rename(headings[at] as Element, copy);
  for (const caption of copy.querySelectorAll('figcaption')) unname(caption, outlet);
  return copy;
}

/** What is heard or seen in a recording stands for it: it plays on the page alone, and is too heavy to come along. */
function wordsOf(player: Element): Element {
  const words = player.ownerDocument.createElement('p');
  words.textContent = `[${player.getAttribute('aria-label') ?? ''}]`;
  return words;
}

/** When a live blog’s entry was written stands in words of the same kind as the lines below an article. */
const isOfText = (element: Element): boolean =>
  element.parentElement?.classList.contains('entry') === true;

function clean(element: Element, hosts: readonly string[]): void {
  const source = element.getAttribute('src');
  if (source) element.setAttribute('data-from', source);
  const isNote = element.getAttribute('role') === 'doc-noteref';
  for (const { name } of [...element.attributes])
    if (!KEPT.test(name) && !(name === 'href' && isNote) && !(name === 'class' && isShown(element)))
      element.removeAttribute(name);
  if (!element.hasAttribute('tabindex')) element.removeAttribute('aria-label');
  for (const { name, value } of [...element.attributes])
    if (!UNREAD.test(name)) element.setAttribute(name, blankAddresses(value, hosts));
}

const isShown = ({ className }: Element): boolean => className === 'meta';

function blankTexts(copy: HTMLElement, hosts: readonly string[]): void {
  copy.normalize();
  const nodes = copy.ownerDocument.createTreeWalker(
    copy,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  let line: Text[] = [];
  let block: Element | null = null;
  const endLine = (): void => {
    const texts = blankAcross(
      line.map(({ data }) => data),
      hosts,
    );
    line.forEach((node, at) => (node.data = texts[at] ?? ''));
    line = [];
  };
  while (nodes.nextNode()) {
    const node = nodes.currentNode;
    if (node instanceof Text) {
      const its = blockOf(node);
      if (its !== block) endLine();
      block = its;
      line.push(node);
    } else if (!(node as Element).matches(INSIDE)) endLine();
  }
  endLine();
}

/** The id of a heading is made of its words. */
function rename(heading: Element, copy: HTMLElement): void {
  const ids = new Set([...copy.querySelectorAll('[id]')].map(({ id }) => id));
  if (heading.id) heading.id = blankedId(heading.textContent, (id) => ids.has(id));
}

function unname(caption: Element, outlet: string): void {
  const texts = caption.ownerDocument.createTreeWalker(caption, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    text.data = withoutOutlet(text.data, outlet);
  }
}

function blockOf(node: Text): Element | null {
  let parent = node.parentElement;
  while (parent?.matches(INSIDE)) parent = parent.parentElement;
  return parent;
}
