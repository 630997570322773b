import { buildBodyBlocks, foldSpace, type TextBlock } from './body-blocks.ts';
import type { SearchDocument } from './document.ts';
import { WEIGHTS } from './limits.ts';

/**
 * The HTML page that Pagefind is given for a document. Title, standfirst and body stand in this order, so that
 * the browser can tell by a word's position where it was found. Everything is escaped.
 */
export function buildRecordHtml(document: SearchDocument): string {
  const standfirst = foldSpace(document.standfirst ?? '');
  return [
    `<!doctype html><html lang="${escapeHtml(document.lang)}"><body data-pagefind-body>`,
    `<h1 data-pagefind-meta="title" data-pagefind-weight="${WEIGHTS.title}">`,
    `${escapeHtml(foldSpace(document.title))}</h1>`,
    standfirst === ''
      ? ''
      : `<p data-pagefind-meta="standfirst" data-pagefind-weight="${WEIGHTS.standfirst}">${escapeHtml(standfirst)}</p>`,
    ...buildBodyBlocks(document.bodyHtml).map(buildBlock),
    document.tags.length === 0
      ? ''
      : `<p>${escapeHtml(document.tags.map(foldSpace).join(', '))}</p>`,
    ...buildFacts(document),
    '</body></html>',
  ].join('');
}

function buildBlock({ kind, text }: TextBlock): string {
  return kind === 'heading'
    ? `<h2 data-pagefind-weight="${WEIGHTS.heading}">${escapeHtml(text)}</h2>`
    : `<p>${escapeHtml(text)}</p>`;
}

/** Filters, sort key and what a result shows; values stand in attributes, where Pagefind takes them as they are. */
function buildFacts(document: SearchDocument): string[] {
  return [
    fact('filter', 'section', document.section.id),
    ...document.authors.map((name) => fact('filter', 'author', foldSpace(name))),
    fact('filter', 'year', document.year),
    fact('sort', 'date', new Date(document.publishedAt).toISOString()),
    fact('meta', 'date', foldSpace(document.dateText)),
    fact('meta', 'published', document.publishedAt),
    fact('meta', 'section', foldSpace(document.section.name)),
  ];
}

function fact(kind: 'filter' | 'sort' | 'meta', name: string, value: string): string {
  return `<span data-pagefind-${kind}="${name}[data-value]" data-value="${escapeHtml(value)}"></span>`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
