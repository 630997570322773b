import { archiveAddress, monthAddress } from '@tamizdat/archive';
import { escapeHtml } from '@tamizdat/render';
import { relativeLink } from '@tamizdat/tree';
import { setLinks } from '../links/set-links.ts';
import { NEWEST } from '../limits.ts';
import type { Stick, StickArticle, StickEdition } from '../stick.ts';
import type { Page } from './frame.ts';
import { listHtml, monthsOf, yearOf } from './lists.ts';
import { frontPath, indexFolder, SEARCH_SCRIPT, searchPath } from './places.ts';

/** All pages of an edition but its articles. */
export function editionPages(stick: Stick, edition: StickEdition): Page[] {
  return [
    startPage(stick, edition),
    archivePage(edition),
    ...monthsOf(edition.articles).map((month) => monthPage(edition, month)),
    ...(stick.search ? [searchPage(edition)] : []),
  ];
}

function startPage(stick: Stick, edition: StickEdition): Page {
  const { lang, name, description, words, articles, about } = edition;
  const path = frontPath(stick, lang);
  const { base, links } = stick;
  const ways = setLinks(about, {
    from: path,
    has: () => false,
    base,
    links,
    away: words.stick.away,
  });
  const main = `<h1>${escapeHtml(name)}</h1>
<p>${escapeHtml(description)}</p>
<p>${escapeHtml(words.stick.intro)}${stick.pictures ? '' : ` ${escapeHtml(words.stick.pictures)}`}</p>
${stick.search ? formHtml(edition, path) : ''}
<h2>${escapeHtml(words.latest)}</h2>
${listHtml(articles.slice(0, NEWEST), path)}
<h2>${escapeHtml(words.archive)}</h2>
${monthsHtml(edition, path)}
<section class="about">${links ? `<p>↗ ${escapeHtml(words.stick.away)}</p>` : ''}${ways}</section>`;
  return { path, title: name, main };
}

function archivePage(edition: StickEdition): Page {
  const path = archiveAddress(edition.lang);
  const title = edition.words.archive;
  return { path, title, main: `<h1>${escapeHtml(title)}</h1>\n${monthsHtml(edition, path)}` };
}

function monthPage(edition: StickEdition, month: string): Page {
  const path = monthPath(edition, month);
  const title = edition.monthNames.get(month) ?? month;
  const articles = edition.articles.filter((article) => article.month === month);
  return { path, title, main: `<h1>${escapeHtml(title)}</h1>\n${listHtml(articles, path)}` };
}

function monthPath({ lang }: StickEdition, month: string): string {
  const [year = '', number = ''] = month.split('-');
  return monthAddress(lang, year, number);
}

function monthsHtml(edition: StickEdition, from: string): string {
  const counts = new Map<string, number>();
  for (const { month } of edition.articles) counts.set(month, (counts.get(month) ?? 0) + 1);
  const items = monthsOf(edition.articles).map((month) => {
    const link = escapeHtml(relativeLink(from, monthPath(edition, month)));
    const name = escapeHtml(edition.monthNames.get(month) ?? month);
    return `<li><a href="${link}">${name}</a> (${counts.get(month) ?? 0})</li>`;
  });
  return `<ul class="months">${items.join('\n')}</ul>`;
}

const formHtml = ({ lang, words }: StickEdition, from: string, filters = ''): string =>
  `<form role="search" action="${escapeHtml(relativeLink(from, searchPath(lang)))}"><input type="search" name="q" maxlength="200" autocomplete="off" aria-label="${escapeHtml(words.searchWords.label)}"><button>${escapeHtml(words.searchWords.submit)}</button>${filters}</form>`;

/** By what results can be narrowed down, where there is a choice. */
function filtersHtml({ lang, words, articles }: StickEdition): string {
  const { section, year, any } = words.searchWords;
  const sections = [...new Set(articles.map((article) => article.section))];
  const years = [...new Set(articles.map(yearOf))];
  const filters = [
    {
      name: 'section',
      label: section,
      values: sections.sort((one, other) => one.localeCompare(other, lang)),
    },
    { name: 'year', label: year, values: years.sort().reverse() },
  ].filter(({ values }) => values.length > 1);
  if (filters.length === 0) return '';
  const selects = filters.map(({ name, label, values }) => {
    const options = values.map((value) => `<option>${escapeHtml(value)}</option>`).join('');
    return `<label>${escapeHtml(label)} <select name="${name}"><option value="">${escapeHtml(any)}</option>${options}</select></label>`;
  });
  return `<span class="filters">${selects.join(' ')}</span>`;
}

function searchPage(edition: StickEdition): Page {
  const { lang, words } = edition;
  const path = searchPath(lang);
  const { more, count } = words.searchWords;
  const forms = Object.entries(count).map(
    ([category, form]) => `data-count-${category}="${escapeHtml(form.replace('{count}', '#'))}"`,
  );
  const data = {
    index: relativeLink(path, `${indexFolder(lang)}x`).slice(0, -1),
    home: relativeLink(path, 'x').slice(0, -1),
    none: words.stick.none,
    missing: words.stick.missing,
    broken: words.stick.broken,
  };
  const attributes = Object.entries(data).map(
    ([key, value]) => `data-${key}="${escapeHtml(value)}"`,
  );
  const main = `<h1>${escapeHtml(words.search)}</h1>
<noscript><p>${escapeHtml(words.stick.noScript)}</p></noscript>
<div ${[...attributes, ...forms].join(' ')}>
${formHtml(edition, path, filtersHtml(edition))}
<p role="status"></p>
<ol class="list"></ol>
<button type="button" data-more hidden>${escapeHtml(more)}</button>
</div>`;
  return { path, title: words.search, main, scripts: [SEARCH_SCRIPT] };
}

/** An article’s page. */
export function articlePage(
  stick: Stick,
  edition: StickEdition,
  article: StickArticle,
  has: (path: string) => boolean,
): Page {
  const { path, title, overline, meta, html } = article;
  const { base, links } = stick;
  const away = edition.words.stick.away;
  const text = setLinks(html, { from: path, has, base, links, away });
  const over = overline === '' ? '' : `<p class="over">${escapeHtml(overline)}</p>\n`;
  const main = `<article>
${over}<h1>${escapeHtml(title)}</h1>
<p class="meta">${meta.map(escapeHtml).join('<br>')}</p>
${text}
</article>${sourceHtml(stick, edition, path)}`;
  return { path, title, main };
}

/** Where an article stands, and can be checked; where nothing leads out, in words. */
function sourceHtml(stick: Stick, { name, words }: StickEdition, path: string): string {
  if (!stick.addresses) return '';
  const url = escapeHtml(new URL(path, stick.base).href);
  const address = stick.links
    ? `<a class="away" rel="noreferrer" title="${escapeHtml(words.stick.away)}" href="${url}" dir="ltr">${url}</a>`
    : `<span dir="ltr">${url}</span>`;
  return `\n<p class="about">${escapeHtml(name)}<br>${address}</p>`;
}
