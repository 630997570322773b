import { articleAddress, instantOf, RECENT_MS, type Archive } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import { localized } from '@tamizdat/render';
import { absoluteAddress } from '../../feeds/absolute-address.ts';
import { NEWS_SITEMAP_MAX } from '../limits.ts';
import { publicArticles } from './public-articles.ts';
import { buildSitemap, type SitemapEntry } from './sitemap-xml.ts';

/** The sitemap for Google News: what was published in the 48 hours before the clock, newest first. */
export async function newsSitemap(door: Archive): Promise<string> {
  const outlet = await door.outlet();
  const clock = instantOf(door.clock);
  const recent = (await publicArticles(door)).filter(
    ({ publishedAt }) => publishedAt !== undefined && instantOf(publishedAt) + RECENT_MS > clock,
  );
  const entry = ({ address, lang, title, publishedAt = '' }: Article): SitemapEntry => ({
    url: absoluteAddress(outlet, articleAddress(address)),
    news: {
      publication: localized(outlet.name, lang, outlet),
      language: newsLanguage(lang),
      published: publishedAt,
      title,
    },
  });
  return buildSitemap(recent.slice(0, NEWS_SITEMAP_MAX).map(entry), true);
}

/** ISO 639 alone, as Google News asks; Chinese by its script. */
export function newsLanguage(lang: string): string {
  const { language, script } = new Intl.Locale(lang).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}
