import type { Archive } from '@tamizdat/archive';
import { type Article, entryFragment, type Words } from '@tamizdat/article-schema';
import { recordingExtension } from '@tamizdat/recordings';
import {
  type ArticleView,
  type EditionContext,
  escapeHtml,
  figureHtml,
  fillProse,
  type ProseFigure,
  viewArticle,
  wholeArticleHtml,
} from '@tamizdat/render';
import { plainNotes } from '@tamizdat/tree';
import { altHtml } from './alt-html.ts';
import { drawRecording } from './draw-recording.ts';
import type { LoadedPicture } from './load-picture.ts';
import type { LoadedRecording } from './load-recording.ts';
import { ownHosts } from './own-hosts.ts';
import type { Sources } from './sources.ts';

/** An article as it leaves the site: its words, and all of its text in HTML without a design. */
export interface ShownArticle {
  article: Article;
  context: EditionContext;
  view: ArticleView;
  /** Below headline and names; links lead from the site’s root, notes are numbers in brackets. */
  html: string;
  /** The same with ways between the text and its notes. */
  noted: string;
  /** Hosts of the outlet and its mirrors, as far as they are known. */
  hosts: readonly string[];
}

/** Where an article’s texts come from, and how its pictures are drawn. */
export interface Place {
  sources: Pick<Sources, 'loadText' | 'loadRecording' | 'setProse'>;
  /** Hosts of the outlet and its mirrors, where copies without addresses are made. */
  hosts?: readonly string[];
  /** Gives a picture’s HTML; without it pictures’ alternative texts stand for them. */
  draw?: ((folder: string, file: string, alt: string) => Promise<string>) | undefined;
  /** Gives a player’s HTML, empty where the recording stays elsewhere. @param still The picture before it plays, drawn */
  play?: ((recording: LoadedRecording, alt: string, still: string) => Promise<string>) | undefined;
}

/** Gathers an article and its texts. @throws Error naming a picture that is not there */
export async function loadShown(
  door: Archive,
  article: Article,
  place: Place,
): Promise<ShownArticle> {
  const outlet = await door.outlet();
  const { lang } = article;
  const edition = await door.edition(lang);
  if (edition === undefined) throw new Error(`no edition in ${lang}`);
  const words = await door.words(lang);
  const context = { lang, outlet, edition, words };
  const view = await viewArticle(article, context, (id) => door.author(id));
  const set = (markdown: string, fragment = '') =>
    setText(markdown, { article, context, place, fragment });
  const { lead } = view;
  const html = wholeArticleHtml(view, context, {
    lead: lead ? await drawFigure({ ...lead, href: undefined }, { article, place, words }) : '',
    note: await set(article.editorsNote ?? '', 'note-'),
    body: await set(await place.sources.loadText(article)),
    entries: await Promise.all(view.entries.map(({ id, body }) => set(body, entryFragment(id)))),
  });
  const hosts = place.hosts ?? ownHosts(outlet);
  return { article, context, view, html: plainNotes(html), noted: html, hosts };
}

interface Setting {
  article: Article;
  context: EditionContext;
  place: Place;
  fragment: string;
}

async function setText(
  markdown: string,
  { article, context, place, fragment }: Setting,
): Promise<string> {
  const { lang, sources } = article;
  const { words } = context;
  const prose = place.sources.setProse(markdown, {
    lang,
    sources,
    words,
    fragment,
    hasFigures: true,
  });
  const drawn = await Promise.all(
    prose.figures.map((figure) => drawFigure(figure, { article, place, words })),
  );
  return fillProse(prose, (_, at) => drawn[at] ?? '');
}

/** A picture inside the text, or its words. */
async function drawFigure(
  figure: ProseFigure,
  { article, place, words }: { article: Article; place: Place; words: Words },
): Promise<string> {
  const { file, alt, caption, credit, href } = figure;
  if (recordingExtension(file) !== undefined) return drawRecording(figure, article, place, words);
  const shown = place.draw ? await place.draw(article.folder, file, alt) : altHtml(alt);
  return shown === '' && !caption ? '' : figureHtml(shown, caption, credit, href);
}

/** A picture as HTML. @param source Its address, `data:` or `cid:` */
export const imageHtml = (
  source: string,
  { width, height }: Pick<LoadedPicture, 'width' | 'height'>,
  alt: string,
): string =>
  `<img src="${escapeHtml(source)}" width="${width}" height="${height}" alt="${escapeHtml(alt)}">`;
