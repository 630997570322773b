import { articleAddress, mediaAddress } from '@tamizdat/archive';
import { type Article, entryFragment } from '@tamizdat/article-schema';
import type { FeedImage, FeedItem } from '@tamizdat/feeds';
import {
  type ArticleView,
  escapeHtml,
  figureHtml,
  lastChange,
  pictureHtml,
  taxonName,
  viewArticle,
  wholeArticleHtml,
} from '@tamizdat/render';
import { absolutizeHtml, plainNotes } from '@tamizdat/tree';
import { articleProse, renderProse } from '../article/article-prose.ts';
import type { FeedContext } from './feed-context.ts';
import { derivePicture, showPicture } from '../picture/media.ts';
import { absoluteAddress, originBase } from './absolute-address.ts';
import { plainTags } from './plain-tags.ts';
import { tagUri } from './tag-uri.ts';

/** An article as feeds carry it, in full. A withdrawn one becomes its notice. */
export async function feedItem(context: FeedContext, article: Article): Promise<FeedItem> {
  const withdrawn = article.status === 'withdrawn';
  const image = withdrawn ? undefined : await feedImage(context, article);
  const view = await viewArticle(article, context, (id) => context.door.author(id));
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
    ...(article.feedId === undefined ? {} : { formerId: article.feedId }),
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
  return {
    url,
    type,
    length: bytes,
    width,
    height,
    alt: lead.alt ?? '',
    credit: lead.credit ?? '',
  };
}

async function fullHtml(
  context: FeedContext,
  article: Article,
  view: ArticleView,
): Promise<string> {
  const { words } = context;
  return wholeArticleHtml(view, context, {
    lead: await leadHtml(article.folder, view),
    note: await renderProse(article.editorsNote ?? '', article, 'feed', words, 'note-'),
    body: await articleProse(article, 'feed', words),
    entries: await Promise.all(
      view.entries.map(({ id, body }) =>
        renderProse(body, article, 'feed', words, entryFragment(id)),
      ),
    ),
  });
}

async function leadHtml(folder: string, { lead }: ArticleView): Promise<string> {
  if (!lead) return '';
  const picture = await showPicture(folder, lead.file, 'feed');
  const html = pictureHtml(picture, { alt: lead.alt, sizes: '', lazy: false });
  return figureHtml(html, lead.caption, lead.credit);
}

async function noticeHtml(
  { words }: FeedContext,
  article: Article,
  { withdrawn }: ArticleView,
): Promise<string> {
  const note = await renderProse(article.editorsNote ?? '', article, 'none', words, 'note-');
  return `<p>${escapeHtml(withdrawn)}</p>${note}`;
}
