import { CARRIED_CLASS, entryFragment } from '@tamizdat/article-schema';
import { type BodyImage, renderBody } from '@tamizdat/body';
import { escapeHtml } from '@tamizdat/body/escape-html';
import { findCompanions, RECORDING_TYPES, recordingExtension } from '@tamizdat/recordings';
import { type EditionContext, wholeArticleHtml } from '@tamizdat/render';
import { warningsHtml } from '@tamizdat/take-along';
import type { Addressed } from '../outgoing.ts';

/** A text of an article in HTML, and the files that it shows. */
export interface SystemHtml {
  /** What readers are told before and after the text: corrections, notes, who took part. */
  before: string;
  body: string;
  after: string;
  /** Pictures, each once, in reading order. */
  pictures: readonly BodyImage[];
}

/** Stands where the text goes: no text holds it. */
const TEXT = '\u0000';

/** The whole text of an article for another system: each word as it was written, without a design. */
export function articleHtml(addressed: Addressed, context: EditionContext): SystemHtml {
  const { leaving } = addressed;
  const { article, view, markdown } = leaving;
  const pictures = new Map<string, BodyImage>();
  const set = (text: string, fragment?: string) =>
    renderBody(text, {
      lang: article.lang,
      words: {
        sources: context.words.sources,
        backToText: context.words.backToText,
        archived: context.words.archivedCopy,
      },
      sources: article.sources,
      ...(fragment !== undefined && { fragment, citedOnly: true }),
      link: (url) => (url.startsWith('#') ? url : addressed.link(url)),
      picture: (image) => {
        if (recordingExtension(image.file) === undefined) pictures.set(image.file, image);
        return figure(image, addressed);
      },
    });
  const body = withAlignment(set(markdown));
  const around = wholeArticleHtml({ ...view, standfirst: undefined }, context, {
    lead: '',
    note: article.editorsNote === undefined ? '' : set(article.editorsNote, 'note-'),
    body: TEXT,
    entries: view.entries.map((entry) => set(entry.body, entryFragment(entry.id))),
  });
  const [before = '', after = ''] = around.split(TEXT);
  return {
    before: spelledOut(carriedHtml(overHtml(addressed) + before)),
    body: spelledOut(body),
    after: spelledOut(carriedHtml(after + peopleHtml(addressed))),
    pictures: [...pictures.values()],
  };
}

/** Columns of a table as HTML itself has them: no other system has a design for our classes. Texts hold no `<`. */
const withAlignment = (html: string): string =>
  html.replaceAll(
    /<(t[hd]) class="al-([crl])">/g,
    (_, name: string, side: string) => `<${name} align="${SIDES[side] ?? 'left'}">`,
  );
const SIDES: Readonly<Record<string, string>> = { c: 'center', r: 'right', l: 'left' };

/** Readers of exports take `&amp;nbsp;` for a sign that was escaped once too often; this says the same and is none. */
const spelledOut = (html: string): string => html.replaceAll('&amp;', '&#38;');

const carriedHtml = (html: string): string =>
  html === '' ? '' : `<div class="${CARRIED_CLASS}">${html}</div>`;

function overHtml({ leaving: { view } }: Addressed): string {
  const over = [...new Set([view.overline, view.dateline].filter(Boolean))].join(' · ');
  return (over === '' ? '' : `<p>${escapeHtml(over)}</p>`) + warningsHtml(view);
}

const peopleHtml = ({ leaving: { view } }: Addressed): string =>
  view.contributors.map(({ role, who }) => `<p>${escapeHtml(`${role}: ${who.name}`)}</p>`).join('');

function figure({ file, alt, title, href }: BodyImage, addressed: Addressed): string {
  const shown = shownHtml(file, alt, addressed);
  const linked =
    href === undefined
      ? shown
      : `<a href="${escapeHtml(href.startsWith('#') ? href : addressed.link(href))}">${shown}</a>`;
  const caption = title === undefined ? '' : `<figcaption>${escapeHtml(title)}</figcaption>`;
  return `<figure>${linked}${caption}</figure>`;
}

function shownHtml(file: string, alt: string, addressed: Addressed): string {
  const address = escapeHtml(addressed.file(file));
  const extension = recordingExtension(file);
  if (extension === undefined) return `<img src="${address}" alt="${escapeHtml(alt)}">`;
  const isFilm = RECORDING_TYPES[extension]?.startsWith('video/') === true;
  return isFilm
    ? `<video controls src="${address}">${tracksHtml(file, addressed)}</video>`
    : `<audio controls src="${address}"></audio>`;
}

/** Captions, which stand beside the recording there as well. */
const tracksHtml = (recording: string, { leaving, file }: Addressed): string =>
  findCompanions(recording, leaving.files)
    .captions.map(
      (one) =>
        `<track kind="captions" srclang="${escapeHtml(one.lang)}" src="${escapeHtml(file(one.file))}">`,
    )
    .join('');
