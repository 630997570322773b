import { articleAddress, mediaAddress } from '@tamizdat/archive';
import {
  type Article,
  type CorrectionPlace,
  entryFragment,
  type Words,
} from '@tamizdat/article-schema';
import type { FeedImage, FeedItem } from '@tamizdat/feeds';
import { absolutizeHtml } from '@tamizdat/tree';
import {
  type ArticleView,
  dateAndTime,
  endOnce,
  escapeHtml,
  figureHtml,
  pictureHtml,
  taxonName,
} from '@tamizdat/render';
import { articleProse, renderProse } from '../article/article-prose.ts';
import { viewArticle } from '../article/view-article.ts';
import type { FeedContext } from './feed-context.ts';
import { derivePicture, showPicture } from '../picture/media.ts';
import { absoluteAddress, originBase } from './absolute-address.ts';
import { lastChange } from './last-change.ts';
import { plainNotes } from './plain-notes.ts';
import { plainTags } from './plain-tags.ts';
import { tagUri } from './tag-uri.ts';

/** An article as feeds carry it, in full. A withdrawn one becomes its notice. */
export async function feedItem(context: FeedContext, article: Article): Promise<FeedItem> {
  const withdrawn = article.status === 'withdrawn';
  const image = withdrawn ? undefined : await feedImage(context, article);
  const view = await viewArticle(context, article);
  const html = await (withdrawn ? noticeHtml : fullHtml)(context, article, view);
  const base = originBase(context.outlet);
  return {
    ...briefItem(context, article),
    authors: view.byline.map(({ name }) => name),
    contentHtml: absolutizeHtml(plainTags(plainNotes(html)), base, articleAddress(article.address)),
    ...(image ? { image } : {}),
  };
}

/** An article as a brief feed carries it: headline and standfirst, no text, no picture, no names. */
export function briefItem(context: FeedContext, article: Article): FeedItem {
  const { outlet, lang, words, edition } = context;
  const withdrawn = article.status === 'withdrawn';
  const updated = lastChange(article);
  return {
    id: tagUri(outlet, article.id),
    url: absoluteAddress(outlet, articleAddress(article.address)),
    title: withdrawn ? `${words.withdrawnTitle}: ${article.title}` : article.title,
    summary: withdrawn ? '' : (article.standfirst ?? ''),
    contentHtml: '',
    published: article.publishedAt ?? context.door.clock,
    ...(updated === undefined ? {} : { updated }),
    authors: [],
    categories: [
      taxonName(outlet.sections, article.section, lang, outlet),
      ...article.tags.map((tag) => taxonName(outlet.tags, tag, lang, outlet)),
    ],
    language: article.lang,
    direction: edition.dir,
  };
}

async function feedImage(
  { outlet }: FeedContext,
  article: Article,
): Promise<FeedImage | undefined> {
  const lead = article.leadImage;
  if (!lead) return undefined;
  const { fallback } = await derivePicture(article.folder, lead.file, 'feed');
  const { name, type, bytes, width, height } = fallback;
  const url = absoluteAddress(outlet, mediaAddress(name));
  return { url, type, length: bytes, width, height, alt: lead.alt ?? '', credit: lead.credit };
}

async function fullHtml(
  { words, edition, outlet }: FeedContext,
  article: Article,
  view: ArticleView,
): Promise<string> {
  const parts = [
    await leadHtml(article.folder, view),
    view.standfirst ? `<p><strong>${escapeHtml(view.standfirst)}</strong></p>` : '',
    correctionsHtml(words, view, 'corrections'),
    view.noteTitle ? `<p><strong>${escapeHtml(view.noteTitle)}</strong></p>` : '',
    await renderProse(article.editorsNote ?? '', article, 'feed', words, 'note-'),
    await articleProse(article, 'feed', words),
    ...(await Promise.all(
      view.entries.map(async ({ id, at, title, body }) => {
        const date = dateAndTime(at, edition, outlet);
        const html = await renderProse(body, article, 'feed', words, entryFragment(id));
        return `<h2>${escapeHtml(title)}</h2><p><small>${escapeHtml(date)}</small></p>${html}`;
      }),
    )),
    correctionsHtml(words, view, 'clarifications'),
    originalHtml(view),
  ];
  return parts.join('');
}

async function leadHtml(folder: string, { lead }: ArticleView): Promise<string> {
  if (!lead) return '';
  const picture = await showPicture(folder, lead.file, 'feed');
  const html = pictureHtml(picture, { alt: lead.alt, sizes: '', lazy: false });
  return figureHtml(html, lead.caption, lead.credit);
}

function correctionsHtml(
  { comma }: Words,
  { corrections }: ArticleView,
  place: CorrectionPlace,
): string {
  return corrections
    .filter((correction) => correction.place === place)
    .map(({ kind, day, text }) => {
      const label = endOnce(`${kind}${comma} ${day.text}.`);
      return `<p><strong>${escapeHtml(label)}</strong> ${escapeHtml(text)}</p>`;
    })
    .join('');
}

function originalHtml({ original }: ArticleView): string {
  if (!original) return '';
  const { label, url, licence } = original;
  return `<p>${escapeHtml(label)}: <a href="${escapeHtml(url)}">${escapeHtml(url)}</a>. ${escapeHtml(licence)}</p>`;
}

async function noticeHtml(
  { words }: FeedContext,
  article: Article,
  { withdrawn }: ArticleView,
): Promise<string> {
  const note = await renderProse(article.editorsNote ?? '', article, 'none', words, 'note-');
  return `<p>${escapeHtml(withdrawn)}</p>${note}`;
}
