import { escapeHtml } from '@tamizdat/render';
import { addContentSecurityPolicy } from '@tamizdat/tree';
import { PICTURES } from './links/set-links.ts';
import { loadScript } from './load-script.ts';
import { articlePage, editionPages } from './pages/edition-pages.ts';
import { setPage } from './pages/frame.ts';
import { AGE_SCRIPT, frontPath, indexFolder, LOOK, SEARCH_SCRIPT } from './pages/places.ts';
import { yearOf } from './pages/lists.ts';
import { styleOf } from './pages/style.ts';
import { buildIndex } from './search/build-index.ts';
import type { Stick, StickEdition, StickFile } from './stick.ts';

/**
 * Makes all files of what is taken along but its pictures and recordings, which belong into `media/`. The same articles give the same
 * files, in the same order.
 */
export async function buildStick(stick: Stick): Promise<StickFile[]> {
  const files: StickFile[] = [];
  const add = (path: string, text: string): number => files.push({ path, text });
  if (stick.editions.length > 1) add('index.html', languagesPage(stick));
  for (const edition of stick.editions) {
    for (const page of pagesOf(stick, edition)) add(page.path, page.text);
    if (stick.search) for (const { path, text } of indexOf(edition)) add(path, text);
  }
  add(LOOK, styleOf(stick.accent));
  add(AGE_SCRIPT, await loadScript('age-main'));
  if (stick.search) add(SEARCH_SCRIPT, await loadScript('search-main'));
  return files;
}

function pagesOf(stick: Stick, edition: StickEdition): StickFile[] {
  const pages = editionPages(stick, edition);
  const paths = new Set([
    ...pages.map(({ path }) => path),
    ...stick.editions.flatMap((one) => one.articles.map(({ path }) => path)),
  ]);
  const has = (path: string): boolean =>
    paths.has(path) ||
    (path.startsWith(PICTURES) && stick.recordings.has(path.slice(PICTURES.length)));
  return [
    ...pages,
    ...edition.articles.map((article) => articlePage(stick, edition, article, has)),
  ].map((page) => ({ path: page.path, text: setPage(stick, edition, page) }));
}

/** The index as plain scripts: nothing else can be read from a file by a page. */
function indexOf(edition: StickEdition): StickFile[] {
  const findable = edition.articles.map(
    ({ path, month, section, title, standfirst, html, tags, date }) => ({
      address: path,
      title,
      ...(standfirst === undefined ? {} : { standfirst }),
      bodyHtml: html,
      tags: [...tags],
      dateText: date,
      section,
      year: yearOf({ month }),
    }),
  );
  return buildIndex(findable, edition.lang).map(([name, value]) => ({
    path: `${indexFolder(edition.lang)}${name}.js`,
    text: `tamizdatPiece.put(${JSON.stringify(name)},${JSON.stringify(value)})\n`,
  }));
}

/** The first page of several languages: which one. */
function languagesPage(stick: Stick): string {
  const [first] = stick.editions;
  const items = stick.editions.map(
    ({ lang, dir, language, name }) =>
      `<li lang="${escapeHtml(lang)}" dir="${dir}"><a href="${escapeHtml(frontPath(stick, lang))}" hreflang="${escapeHtml(lang)}">${escapeHtml(language)}</a><p>${escapeHtml(name)}</p></li>`,
  );
  return addContentSecurityPolicy(
    `<!DOCTYPE html>
<html lang="${escapeHtml(first?.lang ?? 'en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(first?.name ?? '')}</title>
<link rel="stylesheet" href="${LOOK}">
</head>
<body>
<main>
<h1>${escapeHtml(first?.name ?? '')}</h1>
<ul class="list">${items.join('\n')}</ul>
</main>
</body>
</html>
`,
    {},
    'index.html',
  );
}
