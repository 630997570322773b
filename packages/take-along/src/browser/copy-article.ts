import { blankAddresses } from '../forms/blank-addresses.ts';

/** What a page has around a text: offers, lists, what is next. */
const AROUND =
  'aside,form,fieldset,nav,script,source,.kicker,.row,.by-mail,[role=doc-backlink],article>.meta';

/** Attributes that say something outside the page. */
const KEPT =
  /^(?:id|role|lang|dir|datetime|start|colspan|rowspan|scope|alt|width|height|data-from)$/;

/**
 * A copy of an article as it is passed on: its text alone, without any address, in links or spelt out. What only the page
 * needs is gone; notes stay linked with their places. Pictures say in `data-from` where they stand. It belongs to a document
 * of its own, in which nothing is loaded.
 */
export function copyArticle(article: Element): HTMLElement {
  const inert = document.implementation.createHTMLDocument('');
  const copy = inert.importNode(article, true) as HTMLElement;
  for (const element of copy.querySelectorAll('*'))
    if (element.matches('audio,video')) element.replaceWith(wordsOf(element));
    else if (element.matches(AROUND) && !isOfText(element)) element.remove();
  for (const link of copy.querySelectorAll('a:not([role])')) link.replaceWith(...link.childNodes);
  for (const element of copy.querySelectorAll('*')) clean(element);
  blankTexts(copy);
  return copy;
}

/** What is heard or seen in a recording stands for it: it plays on the page alone, and is too heavy to come along. */
function wordsOf(player: Element): Element {
  const words = player.ownerDocument.createElement('p');
  words.textContent = `[${player.getAttribute('aria-label') ?? ''}]`;
  return words;
}

/** When a live blog’s entry was written stands in words of the same kind as the lines below an article. */
const isOfText = (element: Element): boolean => element.parentElement?.className === 'entry';

function clean(element: Element): void {
  const source = element.getAttribute('src');
  if (source) element.setAttribute('data-from', source);
  const isNote = element.getAttribute('role') === 'doc-noteref';
  for (const { name } of [...element.attributes])
    if (!KEPT.test(name) && !(name === 'href' && isNote) && !(name === 'class' && isShown(element)))
      element.removeAttribute(name);
  const alt = element.getAttribute('alt');
  if (alt) element.setAttribute('alt', blankAddresses(alt));
}

const isShown = ({ className }: Element): boolean => className === 'meta';

function blankTexts(copy: HTMLElement): void {
  copy.normalize();
  const texts = copy.ownerDocument.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode } = texts;
    currentNode.nodeValue = blankAddresses(currentNode.nodeValue ?? '');
  }
}
