import { type Archive, articleAddress, mirrorsFor } from '@tamizdat/archive';
import type { Article, Mirror, Newsletter } from '@tamizdat/article-schema';
import type { LetterItem, WholeArticle, WholePicture } from '@tamizdat/newsletter';
import { absolutizeHtml } from '@tamizdat/tree';
import {
  contentSources,
  imageHtml,
  loadPicture,
  loadShown,
  namesAndDate,
  type Place,
  type ShownArticle,
  sourceOf,
  textBelowTitle,
  warningsHtml,
} from '@tamizdat/take-along';
import type { LetterOptions } from './build-letter.ts';
import { LETTER_MIRRORS_MAX } from './limits.ts';
import { mediaUrl } from './media-url.ts';

/** An article in full, as a letter carries it. @throws Error naming a picture that is not there */
export async function buildWhole(
  door: Archive,
  article: Article,
  options: LetterOptions,
): Promise<LetterItem> {
  const pictures: WholePicture[] = [];
  const shown = await loadShown(door, article, {
    sources: contentSources(options.content, options.media),
    draw: drawFor(article, options, pictures),
  });
  const { view, context } = shown;
  pictures.sort((one, other) => (one.id < other.id ? -1 : 1));
  return {
    id: article.id,
    kicker: [view.section.name, view.overline].filter(Boolean).join(' · '),
    title: view.title,
    blurb: view.blurb,
    url: sourceOf(shown, options.base).url,
    whole: {
      lang: article.lang,
      dir: context.edition.dir,
      ...wordsOf(shown, options.base),
      pictures,
      elsewhere: options.mirrors.map((base) => sourceOf(shown, base).url),
    },
  };
}

function wordsOf(shown: ShownArticle, base: string): Pick<WholeArticle, 'meta' | 'html' | 'text'> {
  const { view, html, article } = shown;
  return {
    meta: namesAndDate(shown),
    html: warningsHtml(view) + absolutizeHtml(html, base, articleAddress(article.address)),
    text: textBelowTitle(shown, { base, links: true }).trim(),
  };
}

/** A linked picture has to be one that the tree holds: feeds’ are; inside a mail a smaller one does. */
function drawFor(
  { id }: Article,
  { content, media, base, pictures: way }: LetterOptions,
  found: WholePicture[],
): Place['draw'] {
  if (way === 'none') return undefined;
  const recipe = way === 'linked' ? 'feed' : 'letter';
  return async (folder, file, alt) => {
    const picture = await loadPicture({ content, media }, folder, file, recipe);
    if (way === 'linked') return imageHtml(mediaUrl(picture.name, base), picture, alt);
    // By its bytes: figures are drawn at once, and which is ready first must not show in the mail.
    const cid = `${id.toLowerCase()}-${picture.name.replace(/\..*/, '')}@letter`;
    if (!found.some((one) => one.id === cid)) found.push({ id: cid, bytes: picture.bytes });
    return imageHtml(`cid:${cid}`, picture, alt);
  };
}

/**
 * Addresses of the announced mirrors that a letter may name: those for its language that no other channel hands out, so that a
 * block goes on to show where an address leaked.
 */
export function letterMirrors(
  mirrors: readonly Pick<Mirror, 'base' | 'languages' | 'channel'>[],
  { id, lang }: Pick<Newsletter, 'id' | 'lang'>,
): string[] {
  return mirrorsFor(mirrors, lang)
    .filter(({ channel }) => channel === undefined || [id, 'newsletter'].includes(channel))
    .map(({ base }) => base)
    .slice(0, LETTER_MIRRORS_MAX);
}
