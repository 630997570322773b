import type { TextRun } from './marked-text.ts';
import type { ShownPage } from './open-index.ts';
import type { SearchParts } from './search-parts.ts';

/** Makes the list item of a page found, from the page's own template. Everything is set as text. */
export function buildResultItem(parts: SearchParts, page: ShownPage): DocumentFragment {
  const item = document.importNode(parts.template.content, true);
  const title = fillPlace(item, 'title', page.title);
  if (title instanceof HTMLAnchorElement) {
    title.setAttribute('href', parts.treeRoot + page.address);
  }
  fillPlace(item, 'standfirst', page.standfirst);
  fillPlace(item, 'excerpt', page.excerpt);
  fillPlace(item, 'section', plain(page.section));
  const date = fillPlace(item, 'date', plain(page.date));
  if (date instanceof HTMLTimeElement) date.dateTime = page.published;
  return item;
}

function plain(text: string): TextRun[] {
  return text === '' ? [] : [{ text, marked: false }];
}

/** Fills `data-field=name`; an empty field is taken out. */
function fillPlace(item: DocumentFragment, name: string, runs: readonly TextRun[]): Element | null {
  const place = item.querySelector(`[data-field=${name}]`);
  if (place === null) return null;
  if (runs.length === 0) place.remove();
  for (const { text, marked } of runs) {
    const node = document.createTextNode(text);
    if (!marked) place.append(node);
    else place.append(document.createElement('mark'));
    if (marked) place.lastElementChild?.append(node);
  }
  return place;
}

/** Shows the message made for an occasion (`data-when`) and hides the others; no occasion hides all. */
export function showMessage(parts: SearchParts, occasion: string | null): void {
  for (const message of parts.messages) message.hidden = message.dataset['when'] !== occasion;
}
