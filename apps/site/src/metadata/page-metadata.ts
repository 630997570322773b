import { rootAddress } from '@tamizdat/archive';
import type { Article, Edition } from '@tamizdat/article-schema';
import { localized } from '@tamizdat/render';
import { absoluteAddress, originBase } from '../feeds/absolute-address.ts';
import type { PageContext } from '../page/open-page.ts';
import { languageAlternates } from './alternates.ts';
import { articleData } from './article-data.ts';
import { headHtml } from './head-html.ts';
import { jsonLdHtml } from './json-ld.ts';
import { siteData } from './outlet-data.ts';
import { socialImage } from './social-image.ts';

export interface Described {
  title: string;
  description: string;
  /** The page in other languages, by language. */
  translations: ReadonlyMap<string, string>;
  front: boolean;
  /** The listed article that the page shows. */
  article: Article | undefined;
}

/** What machines read of a page: elements for its head, the data block last. */
export async function pageMetadata(
  page: PageContext,
  { title, description, translations, front, article }: Described,
): Promise<string> {
  const { outlet, lang, address } = page;
  const image = await socialImage(outlet, article);
  const head = headHtml({
    title,
    description,
    url: address === rootAddress ? originBase(outlet) : absoluteAddress(outlet, address),
    image,
    alternates: languageAlternates(page, outlet.languages, translations).map((alternate) => ({
      ...alternate,
      address: absoluteAddress(outlet, alternate.address),
    })),
    // Articles say their times in their data block; the rest would cost their readers 42 bytes a page.
    ...(article
      ? { type: 'article' }
      : {
          type: 'website',
          siteName: localized(outlet.name, lang, outlet),
          locale: openGraphLocale(page.edition),
        }),
  });
  if (article) return head + jsonLdHtml(await articleData(page, article, image?.url));
  return front ? head + jsonLdHtml(await siteData(page)) : head;
}

/** `ll_RR`: a locale without region takes its language's likeliest one (Unicode CLDR, likely subtags). */
export function openGraphLocale({ locale }: Pick<Edition, 'locale'>): string {
  const { language, region } = new Intl.Locale(locale).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
