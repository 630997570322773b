import {
  buildWords,
  type CorrectionPlace,
  entryFragment,
  type Words,
} from '@tamizdat/article-schema';
import { tellIn } from '@tamizdat/problem';
import {
  type ArticleView,
  buildArticleView,
  dateAndTime,
  endOnce,
  escapeHtml,
  figureHtml,
  fillProse,
  type ProseOptions,
  setArticle,
  setOutlet,
  setProse,
} from '@tamizdat/render';
import type { RoomData } from '../../room/room-data.ts';
import { fill, type RoomLanguage } from '../../words/room-words.ts';
import type { RoomWords } from '../../words/words.ts';
import { articleOfFields, type Fields, textOf } from './article-of-fields.ts';
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

/** Where the browser has a picture that stands beside the text; empty where it has none. */
type PictureAt = (file: string) => string;

function articleParts(
  fields: Fields,
  lang: string,
  { data, words }: PreviewContext,
  pictureAt: PictureAt,
): unknown[] {
  const site = buildWords(lang, data.ownWords[lang]);
  const outlet = setOutlet(data.outlet);
  const [first] = outlet.languages;
  const edition = outlet.languages.find(({ code }) => code === lang) ?? first;
  if (!edition) return [];
  const context = { lang, outlet, edition, words: site };
  const article = setArticle(articleOfFields(fields, lang));
  const authors = Object.entries(data.authors).map(([id, name]) => [id, { name }] as const);
  const view = buildArticleView(article, context, new Map(authors));
  const prose = (markdown: unknown, fragment = '') =>
    proseElement(
      textOf(markdown),
      { lang, sources: article.sources, words: site, fragment },
      pictureAt,
    );
  return [
    headOf(view, site, words.room.unnamed),
    view.warnings && noteOf(view.warnings.title, view.warnings.notes),
    leadFigure(view.lead, pictureAt),
    ...correctionsOf(view, 'corrections', site),
    view.noteTitle &&
      h(
        'div',
        { className: 'note' },
        h('h2', null, view.noteTitle),
        prose(article.editorsNote, 'note-'),
      ),
    prose(fields['body']),
    ...view.entries.map(({ id, at, title, body }) =>
      h(
        'article',
        { className: 'entry', key: id },
        h('p', { className: 'meta' }, dateAndTime(at, edition, outlet)),
        h('h3', null, title),
        prose(body, entryFragment(id)),
      ),
    ),
    ...correctionsOf(view, 'clarifications', site),
    view.linkTo && h('p', { className: 'note' }, `${view.linkTo.label} (${view.linkTo.host})`),
    view.original &&
      h(
        'p',
        { className: 'note' },
        `${view.original.label}: ${view.original.host}. ${view.original.licence}`,
      ),
  ];
}

function headOf(view: ArticleView, { comma, updated }: Words, unnamed: string): unknown {
  const { section, overline, standfirst, dateline, published } = view;
  const lines = [
    view.byline.map(({ name }) => name).join(`${comma} `),
    ...view.contributors.map(({ role, who }) => `${role}: ${who.name}`),
    [dateline, published?.text].filter(Boolean).join(`${comma} `),
    view.updated ? `${updated}: ${view.updated.text}` : '',
    view.corrected?.text ?? '',
  ];
  return h(
    'header',
    null,
    h('p', { className: 'kicker' }, [section.name, overline].filter(Boolean).join(' · ')),
    h('h1', null, view.title || unnamed),
    standfirst ? h('p', { className: 'standfirst' }, standfirst) : null,
    h('div', { className: 'meta' }, ...lines.filter(Boolean).map((line) => h('p', null, line))),
  );
}

const noteOf = (title: string, text: string): unknown =>
  h('div', { className: 'note' }, h('p', null, h('strong', null, title), ` ${text}`));

function correctionsOf(
  { corrections }: ArticleView,
  place: CorrectionPlace,
  { comma }: Words,
): unknown[] {
  return corrections
    .filter((correction) => correction.place === place)
    .map(({ kind, day, text }) => noteOf(endOnce(`${kind}${comma} ${day.text}.`), text));
}

function leadFigure(lead: ArticleView['lead'], pictureAt: PictureAt): unknown {
  if (lead === undefined) return null;
  const { file, alt, caption, credit, licence } = lead;
  const words = [caption, credit].filter(Boolean).join(' ');
  return h(
    'figure',
    { className: 'lead' },
    h('img', { src: pictureAt(file), alt }),
    h('figcaption', null, licence ? `${words}. ${licence}` : words),
  );
}

function proseElement(
  markdown: string,
  options: Omit<ProseOptions, 'hasFigures'>,
  pictureAt: PictureAt,
): unknown {
  // packages/body writes listed elements and attributes alone, whatever the text holds.
  const dangerouslySetInnerHTML = { __html: proseHtml(markdown, options, pictureAt) };
  return h('div', { className: 'prose', dangerouslySetInnerHTML });
}

/** A text as the site renders it; pictures as the browser has them. */
export function proseHtml(
  markdown: string,
  options: Omit<ProseOptions, 'hasFigures'>,
  pictureAt: PictureAt,
): string {
  return fillProse(
    setProse(markdown, { ...options, hasFigures: true }),
    ({ file, alt, caption, credit, href }) => {
      const image = `<img src="${escapeHtml(pictureAt(file))}" alt="${escapeHtml(alt)}">`;
      return figureHtml(image, caption, credit, href);
    },
  );
}
