import { articleAddress, mediaAddress } from '@tamizdat/archive';
import {
  type Article,
  type CorrectionPlace,
  correctionPlace,
  entryFragment,
  fillWord,
} from '@tamizdat/article-schema';
import type { FeedImage, FeedItem } from '@tamizdat/feeds';
import { absolutizeHtml } from '@tamizdat/tree';
import {
  dateAndTime,
  endOnce,
  escapeHtml,
  figureHtml,
  fillSet,
  localized,
  longDate,
  pictureHtml,
  taxonName,
} from '@tamizdat/render';
import { articleProse, renderProse } from '../article/article-prose.ts';
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
  const html = withdrawn ? await noticeHtml(context, article) : await fullHtml(context, article);
  const base = originBase(context.outlet);
  return {
    ...briefItem(context, article),
    authors: await authorNames(context, article),
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

async function authorNames(
  { door, words, outlet, lang }: FeedContext,
  article: Article,
): Promise<string[]> {
  const authors = await Promise.all(article.authors.map((id) => door.author(id)));
  const names = authors.flatMap((author) => (author ? [localized(author.name, lang, outlet)] : []));
  return names.length > 0 || words.newsroom === '' ? names : [words.newsroom];
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

async function fullHtml(context: FeedContext, article: Article): Promise<string> {
  const parts = [
    await leadHtml(article),
    article.standfirst ? `<p><strong>${escapeHtml(article.standfirst)}</strong></p>` : '',
    correctionsHtml(context, article, 'corrections'),
    await editorsNoteHtml(context, article),
    await articleProse(article, 'feed', context.words),
    await liveHtml(context, article),
    correctionsHtml(context, article, 'clarifications'),
    originalHtml(context, article),
  ];
  return parts.join('');
}

async function leadHtml(article: Article): Promise<string> {
  const lead = article.leadImage;
  if (!lead) return '';
  const picture = await showPicture(article.folder, lead.file, 'feed');
  return figureHtml(
    pictureHtml(picture, { alt: lead.alt ?? '', sizes: '', lazy: false }),
    lead.caption,
    lead.credit,
  );
}

function correctionsHtml(
  { words, edition, outlet }: FeedContext,
  article: Article,
  place: CorrectionPlace,
): string {
  return article.corrections
    .filter(({ kind }) => correctionPlace(kind) === place)
    .map(({ kind, at, text }) => {
      const label = endOnce(`${words.correctionKinds[kind]}, ${longDate(at, edition, outlet)}.`);
      return `<p><strong>${escapeHtml(label)}</strong> ${escapeHtml(text)}</p>`;
    })
    .join('');
}

async function editorsNoteHtml(
  { words, edition, outlet }: FeedContext,
  article: Article,
): Promise<string> {
  if (!article.editorsNote) return '';
  const at = article.editorsNoteAt ?? article.publishedAt;
  const date = at === undefined ? '' : `${words.comma} ${longDate(at, edition, outlet)}`;
  return `<p><strong>${escapeHtml(words.editorsNote + date)}</strong></p>${await renderProse(article.editorsNote, article, 'feed', words, 'note-')}`;
}

async function liveHtml(
  { edition, outlet, words }: FeedContext,
  article: Article,
): Promise<string> {
  const entries = [...(article.live?.entries ?? [])].sort(
    (a, b) => Date.parse(b.at) - Date.parse(a.at),
  );
  const rendered = await Promise.all(
    entries.map(async ({ id, at, title, body }) => {
      const html = await renderProse(body, article, 'feed', words, entryFragment(id));
      return `<h2>${escapeHtml(title)}</h2><p><small>${escapeHtml(dateAndTime(at, edition, outlet))}</small></p>${html}`;
    }),
  );
  return rendered.join('');
}

function originalHtml(
  { words: { firstPublished } }: FeedContext,
  { original, lang }: Article,
): string {
  if (!original) return '';
  const label = escapeHtml(fillSet(firstPublished, { publisher: original.publisher }, lang));
  return `<p>${label}: <a href="${escapeHtml(original.url)}">${escapeHtml(original.url)}</a>. ${escapeHtml(original.licence)}</p>`;
}

async function noticeHtml(
  { words, edition, outlet }: FeedContext,
  article: Article,
): Promise<string> {
  const date = longDate(article.updatedAt ?? article.publishedAt ?? '', edition, outlet);
  const note = await renderProse(article.editorsNote ?? '', article, 'none', words, 'note-');
  return `<p>${escapeHtml(endOnce(fillWord(words.withdrawn, { date })))}</p>${note}`;
}
