import { mediaAddress } from '@tamizdat/archive';
import type { Article, Outlet } from '@tamizdat/article-schema';
import { localized } from '@tamizdat/render';
import { absoluteAddress } from '../feeds/absolute-address.ts';
import { derivePicture } from '../picture/media.ts';
import type { SocialImage } from './head-html.ts';
import { outletCard } from './mark/outlet-card.ts';

/** The picture for link previews: an article's lead image, else the outlet's card, else none. */
export async function socialImage(
  outlet: Outlet,
  article: Article | undefined,
): Promise<SocialImage | undefined> {
  const lead = article?.leadImage;
  if (lead) {
    const { fallback } = await derivePicture(article.folder, lead.file, 'social');
    const { name, width, height } = fallback;
    return { url: absoluteAddress(outlet, mediaAddress(name)), width, height, alt: lead.alt ?? '' };
  }
  const card = await outletCard(outlet);
  if (!card) return undefined;
  const { name, width, height } = card;
  const alt = localized(outlet.name, article?.lang ?? outlet.languages[0]?.code ?? '', outlet);
  return { url: absoluteAddress(outlet, mediaAddress(name)), width, height, alt };
}
