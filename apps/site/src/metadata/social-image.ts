import path from 'node:path/posix';
import { mediaAddress, type Archive } from '@tamizdat/archive';
import type { Article, Outlet } from '@tamizdat/article-schema';
import { absoluteAddress } from '../feeds/absolute-address.ts';
import { localized } from '../page/localized.ts';
import { derivePicture } from '../picture/media.ts';
import type { SocialImage } from './head-html.ts';
import { outletCard } from './mark/outlet-card.ts';

/** Names of the pictures for link previews, in code-unit order. Makes what is missing. */
export async function socialImageNames(door: Archive): Promise<string[]> {
  const outlet = await door.outlet();
  const articles = await Promise.all(outlet.languages.map(({ code }) => door.latest(code)));
  const images = await Promise.all(
    [undefined, ...articles.flat()].map((article) => socialImage(outlet, article)),
  );
  const names = images.flatMap((image) => (image ? [path.basename(image.url)] : []));
  return [...new Set(names)].sort();
}

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
