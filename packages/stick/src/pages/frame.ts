import { archiveAddress } from '@tamizdat/archive';
import { escapeHtml, fillSet } from '@tamizdat/render';
import { addContentSecurityPolicy, relativeLink } from '@tamizdat/tree';
import type { Stick, StickEdition } from '../stick.ts';
import { AGE_SCRIPT, frontPath, LOOK, searchPath } from './places.ts';

/** A page of an edition. */
export interface Page {
  path: string;
  title: string;
  /** Between the links at the top and the age. */
  main: string;
  /** Scripts besides that of the age, by their paths. */
  scripts?: readonly string[];
}

/** Sets a page: the ways to start, archive and search above it, below it as of when it is. */
export function setPage(stick: Stick, edition: StickEdition, page: Page): string {
  const { path, title, main, scripts = [] } = page;
  const { lang, dir, name, words } = edition;
  const link = (to: string, text: string, mark = ''): string =>
    `<a${mark} href="${escapeHtml(relativeLink(path, to))}">${escapeHtml(text)}</a>`;
  const ways = [
    link(frontPath(stick, lang), name, ' class="name"'),
    link(archiveAddress(lang), words.archive),
    ...(stick.search ? [link(searchPath(lang), words.search)] : []),
    ...(stick.editions.length > 1 ? [link('index.html', words.languages)] : []),
  ];
  const full = title === name ? title : `${title} · ${name}`;
  const sources = [AGE_SCRIPT, ...scripts].map(
    (source) => `<script src="${escapeHtml(relativeLink(path, source))}" defer></script>\n`,
  );
  const html = `<!DOCTYPE html>
<html lang="${escapeHtml(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(full)}</title>
<link rel="stylesheet" href="${escapeHtml(relativeLink(path, LOOK))}">
${sources.join('')}</head>
<body>
<nav class="top">${ways.join('\n')}</nav>
<main>
${main}
</main>
<footer>${ageHtml(stick, edition)}</footer>
</body>
</html>
`;
  return stick.policy ? addContentSecurityPolicy(html, {}, path) : html;
}

/** As of when the copy is; where a script runs, and it is older than a week, in words how old. */
function ageHtml({ madeAt }: Stick, { words, asOf, lang }: StickEdition): string {
  const fill = (word: string): string => fillSet(word, { date: asOf }, lang);
  return `<p class="age" data-made="${escapeHtml(madeAt)}" data-old="${escapeHtml(fill(words.stick.old))}">${escapeHtml(fill(words.stick.asOf))}</p>`;
}
