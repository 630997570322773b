import { correctionsAddress, fixedPageAddress } from '@tamizdat/archive';
import type { Outlet } from '@tamizdat/article-schema';
import { localized } from '@tamizdat/render';
import { absoluteAddress, originBase } from '../feeds/absolute-address.ts';
import type { PageContext } from '../page/open-page.ts';
import { iconAddress } from './mark/icon-address.ts';
import { compact, type LinkedNode } from './json-ld.ts';

const TYPE = 'NewsMediaOrganization';

/** Name under which the outlet's pages mean the outlet; its front pages describe it. */
export function outletId(outlet: Pick<Outlet, 'origin'>): string {
  return `${originBase(outlet)}#outlet`;
}

/** The outlet in short, where it is the author. */
export function outletData({ outlet, lang }: PageContext): LinkedNode {
  return {
    '@type': TYPE,
    name: localized(outlet.name, lang, outlet),
    url: originBase(outlet),
  };
}

/** The outlet as the publisher of an article: who it is, its principles, and who owns and funds it. */
export async function publisherData(page: PageContext): Promise<LinkedNode> {
  const { outlet } = page;
  return { '@type': TYPE, '@id': outletId(outlet), ...(await policies(page)) };
}

/** The outlet and its site in full, for front pages: with the pages on which it answers for itself. */
export async function siteData(page: PageContext): Promise<{ '@graph': LinkedNode[] }> {
  const { outlet, lang } = page;
  const id = outletId(outlet);
  const organisation: LinkedNode = {
    ...outletData(page),
    '@id': id,
    ...(await policies(page)),
    correctionsPolicy: absoluteAddress(outlet, correctionsAddress(lang)),
    description: localized(outlet.description, lang, outlet),
    logo: outlet.mark && absoluteAddress(outlet, iconAddress(512)),
    sameAs: compact(outlet.social.map(({ url }) => url)),
  };
  const site: LinkedNode = {
    '@type': 'WebSite',
    name: organisation['name'],
    url: organisation['url'],
    inLanguage: compact(outlet.languages.map(({ code }) => code)),
    publisher: { '@id': id },
  };
  return { '@graph': [organisation, site] };
}

async function policies(page: PageContext): Promise<object> {
  return {
    publishingPrinciples: await policyUrl(page, page.outlet.principles),
    ownershipFundingInfo: await policyUrl(page, page.outlet.ownership),
  };
}

async function policyUrl(
  { door, lang, outlet }: PageContext,
  slug: string | undefined,
): Promise<string | undefined> {
  const titles = new Map(await door.fixedPageTitles(lang));
  return slug !== undefined && titles.has(slug)
    ? absoluteAddress(outlet, fixedPageAddress(lang, slug))
    : undefined;
}
