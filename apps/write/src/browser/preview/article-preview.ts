import { kitWordsOf, type Words } from '@tamizdat/article-schema';
import { tellIn } from '@tamizdat/problem';
import { renderBody } from '@tamizdat/body';
import { setHtml, setText } from '@tamizdat/render';
import type { RoomData } from '../../room/room-data.ts';
import { fill, type RoomLanguage } from '../../words/room-words.ts';
import type { RoomWords } from '../../words/words.ts';
import { findProblems } from './find-problems.ts';
import { placeholdersIn } from './placeholders.ts';
import { problemList } from './problem-list.ts';
import { fieldsOfForm, tellInForm } from './tell-in-form.ts';

export interface PreviewProps {
  entry: DecapMap;
  getAsset: (path: string, field?: unknown) => { toString(): string } | undefined;
}

/** What previews know of the room. */
export interface PreviewContext {
  data: RoomData;
  words: RoomWords;
  language: RoomLanguage;
  now: () => number;
}

type Fields = Record<string, unknown>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** An article as its page shows it, with the page’s styles, and over it what is to be mended. */
export function articlePreview(collection: string, lang: string, context: PreviewContext): unknown {
  const { words, now } = context;
  return createClass<PreviewProps>({
    render() {
      const { entry, getAsset } = this.props;
      const data = entry.get('data') as DecapMap;
      const fields = data.toJS() as Fields;
      const path = textOf(entry.get('path'));
      const pictureAt = (file: string) => getAsset(file)?.toString() ?? '';
      return h(
        'div',
        null,
        checkOf(context, { path, collection, now: now() }, fields, words),
        h('main', { lang }, ...articleParts(fields, lang, context, pictureAt)),
      );
    },
  });
}

function checkOf(
  { data, language }: PreviewContext,
  entry: { path: string; collection: string; now: number },
  fields: Fields,
  words: RoomWords,
): unknown {
  const labelOf = (field: string) => words.labels[field.replaceAll(/\[\d+\]/g, '[]')] ?? field;
  const form = data.configs[language].collections.find(({ name }) => name === entry.collection);
  const shown = new Map(fieldsOfForm(form?.fields ?? []));
  const problems = findProblems(data, entry, fields).map(({ near, ...problem }) => ({
    ...tellInForm(tellIn(language, problem), words, shown),
    severity: problem.severity,
    place:
      problem.field === undefined
        ? `${words.labels['body'] ?? ''}${near ? `: ${near}` : ''}`
        : labelOf(problem.field),
  }));
  const examples = placeholdersIn(textOf(fields['body']), words.room.text).map((example) => ({
    severity: 'error' as const,
    place: words.labels['body'] ?? '',
    text: fill(words.room.placeholder, { example }),
  }));
  return problemList([...problems, ...examples], words.room);
}

function articleParts(
  fields: Fields,
  lang: string,
  { data, words }: PreviewContext,
  pictureAt: (file: string) => string,
): unknown[] {
  const site = kitWordsOf(lang) ?? kitWordsOf('en');
  const section = data.outlet.sections.find(({ id }) => id === fields['section']);
  const set = (value: unknown) => setText(textOf(value), lang);
  const kicker = set([section?.name[lang], fields['kicker']].filter(Boolean).join(' · '));
  const names = listOf(fields['authors']).map(
    (id) => data.authors[String(id)]?.[lang] ?? String(id),
  );
  const byline = names.length === 0 ? (site?.newsroom ?? '') : names.join(', ');
  return [
    h(
      'header',
      null,
      h('p', { className: 'kicker' }, kicker),
      h('h1', null, set(fields['title']) || words.room.unnamed),
      fields['standfirst'] ? h('p', { className: 'standfirst' }, set(fields['standfirst'])) : null,
      h('div', { className: 'meta' }, h('p', null, byline), h('p', null, set(fields['dateline']))),
    ),
    leadFigure(fields['leadImage'], pictureAt, set),
    h('div', {
      className: 'prose',
      // packages/body writes listed elements and attributes alone, whatever the text holds.
      dangerouslySetInnerHTML: { __html: proseHtml(fields, lang, site, pictureAt) },
    }),
  ];
}

function leadFigure(
  lead: unknown,
  pictureAt: (file: string) => string,
  set: (value: unknown) => string,
): unknown {
  const { file, alt, caption, credit, licence } = (lead ?? {}) as Fields;
  if (textOf(file) === '') return null;
  const words = [set(caption), set(credit)].filter(Boolean).join(' ');
  return h(
    'figure',
    { className: 'lead' },
    h('img', { src: pictureAt(textOf(file)), alt: set(alt) }),
    h('figcaption', null, licence ? `${words}. ${textOf(licence)}` : words),
  );
}

/** A text as the site renders it; pictures as the browser has them. */
export function proseHtml(
  fields: Fields,
  lang: string,
  site: Words | undefined,
  pictureAt: (file: string) => string,
): string {
  const sources = listOf(fields['sources']).flatMap((source) => {
    const { id, title, url, archivedUrl } = source as Fields;
    return [
      {
        id: textOf(id),
        title: textOf(title),
        url: textOf(url) || undefined,
        archivedUrl: textOf(archivedUrl) || undefined,
      },
    ];
  });
  const html = renderBody(textOf(fields['body']), {
    lang,
    words: {
      sources: site?.sources ?? '',
      backToText: site?.backToText ?? '',
      archived: site?.archivedCopy ?? '',
    },
    sources,
    picture: ({ file, alt, title, href }) => {
      const image = `<img src="${escapeText(pictureAt(file))}" alt="${escapeText(setText(alt, lang))}">`;
      const shown = href === undefined ? image : `<a href="${escapeText(href)}">${image}</a>`;
      return `<figure>${shown}<figcaption>${escapeText(setText(title ?? '', lang))}</figcaption></figure>`;
    },
  });
  return setHtml(html, lang);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escapeText = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
