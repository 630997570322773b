import { lastChange, viewArticle } from '@tamizdat/render';
import { articleAddress, instantOf } from '@tamizdat/archive';
import { type Article, correctionPlace, entryAnchor } from '@tamizdat/article-schema';
import { linkName } from '../article/byline.ts';
import { absoluteAddress } from '../feeds/absolute-address.ts';
import type { PageContext } from '../page/open-page.ts';
import { compact, type LinkedNode } from './json-ld.ts';
import { outletData, publisherData } from './outlet-data.ts';
import { translationData } from './translation-data.ts';

/** schema.org's type for each kind; an interview has none of its own, a republished piece is what it is based on, a link is about what it cites. */
const TYPES: Record<Article['kind'], string> = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  feature: 'ReportageNewsArticle',
  interview: 'NewsArticle',
  live: 'LiveBlogPosting',
  republished: 'NewsArticle',
  link: 'NewsArticle',
};

/**
 * A listed article as schema.org describes it. What its readers would pay for and the page says elsewhere is left out:
 * description, section, keywords, its translations, what corrections say. The publisher is the outlet that the front page
 * describes in full, with the pages on which it answers for itself.
 *
 * @param image Absolute address of its social image.
 */
export async function articleData(
  page: PageContext,
  article: Article,
  image: string | undefined,
): Promise<LinkedNode> {
  const { outlet, door } = page;
  return {
    '@type': TYPES[article.kind],
    headline: article.title,
    datePublished: article.publishedAt,
    dateModified: lastChange(article),
    author: (await authorData(page, article)) ?? outletData(page),
    publisher: await publisherData(page),
    image,
    isBasedOn: article.original?.url,
    citation: article.linkTo?.url,
    correction: correctionUrl(page, article),
    ...translationData(
      outlet,
      article,
      await door.translations(article.translationKey, article.lang),
    ),
    ...liveData(page, article),
  };
}

/** Where the page says what was corrected, or else clarified; an update corrects nothing. */
export function correctionUrl(
  { outlet, address }: Pick<PageContext, 'outlet' | 'address'>,
  { corrections }: Pick<Article, 'corrections'>,
): string | undefined {
  const places = corrections
    .filter(({ kind }) => kind !== 'update')
    .map(({ kind }) => correctionPlace(kind));
  const place = places.find((found) => found === 'corrections') ?? places[0];
  return place && `${absoluteAddress(outlet, address)}#${place}`;
}

async function authorData(page: PageContext, article: Article): Promise<unknown> {
  if (article.authors.length === 0) return undefined;
  const { byline } = await viewArticle(article, page, (id) => page.door.author(id));
  const names = await Promise.all(byline.map((name) => linkName(page, name)));
  return compact(
    names.map(({ name, to }) => ({
      '@type': 'Person',
      name,
      url: to && absoluteAddress(page.outlet, to),
    })),
  );
}

/** A live blog's span and entries, newest first as on the page. Their texts stand there already. */
function liveData({ outlet }: PageContext, { live, ...article }: Article): object {
  if (!live) return {};
  const entries = [...live.entries].sort((a, b) => instantOf(b.at) - instantOf(a.at));
  return {
    coverageStartTime: entries.at(-1)?.at ?? article.publishedAt,
    coverageEndTime: live.coverageEnd,
    liveBlogUpdate: compact(
      entries.map(({ id, at, title }) => ({
        '@type': 'BlogPosting',
        headline: title,
        datePublished: at,
        url: `${absoluteAddress(outlet, articleAddress(article.address))}#${entryAnchor(id)}`,
      })),
    ),
  };
}
