import { escapeHtml } from '@tamizdat/body/escape-html';
import { foldSpace } from './body-blocks.ts';
import type { SearchDocument } from './document.ts';
import { WEIGHTS } from './limits.ts';
import { shownBlocks, type ShownBlock } from './shown-text.ts';
import { foldText } from './words/fold-text.ts';

/**
 * The HTML page that Pagefind is given for a document: its words, folded. Title, standfirst and body stand in this
 * order, so that the browser can tell by a word's position where it was found. Everything is escaped.
 */
export function buildRecordHtml(document: SearchDocument): string {
  return [
    `<!doctype html><html lang="${escapeHtml(document.lang)}"><body data-pagefind-body>`,
    ...shownBlocks(document).map((block) => buildBlock(block, document.lang)),
    ...buildFacts(document),
    '</body></html>',
  ].join('');
}

function buildBlock({ kind, text }: ShownBlock, language: string): string {
  const words = escapeHtml(foldText(text, language));
  if (kind === 'text') return `<p>${words}</p>`;
  const weight = `data-pagefind-weight="${WEIGHTS[kind]}"`;
  if (kind === 'heading') return `<h2 ${weight}>${words}</h2>`;
  return `<${kind === 'title' ? 'h1' : 'p'} data-pagefind-meta="${kind}" ${weight}>${words}</${kind === 'title' ? 'h1' : 'p'}>`;
}

/**
 * Filters, sort key and the section, which can be searched for; values stand in attributes, where Pagefind takes them
 * as they are. Dates are not found: the day of a month would be in every thirtieth article, and marked nowhere.
 */
function buildFacts(document: SearchDocument): string[] {
  return [
    fact('filter', 'section', document.section.id),
    ...document.authors.map((name) => fact('filter', 'author', foldSpace(name))),
    fact('filter', 'year', document.year),
    fact('sort', 'date', new Date(document.publishedAt).toISOString()),
    fact('meta', 'section', foldText(document.section.name, document.lang)),
  ];
}

function fact(kind: 'filter' | 'sort' | 'meta', name: string, value: string): string {
  return `<span data-pagefind-${kind}="${name}[data-value]" data-value="${escapeHtml(value)}"></span>`;
}
