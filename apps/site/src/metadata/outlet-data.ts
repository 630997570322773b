import { correctionsAddress, fixedPageAddress } from '@tamizdat/archive';
import type { Outlet } from '@tamizdat/article-schema';
import { absoluteAddress, originBase } from '../feeds/absolute-address.ts';
import { localized } from '../page/localized.ts';
import type { PageContext } from '../page/open-page.ts';
import { iconAddress } from './mark/icon-address.ts';
import { compact, type LinkedNode } from './json-ld.ts';

/** Name under which the outlet's pages mean the outlet; its front pages describe it. */
export function outletId(outlet: Pick<Outlet, 'origin'>): string {
  return `${originBase(outlet)}#outlet`;
}

/** The outlet in short, where it is the author. */
export function outletData({ outlet, lang }: PageContext): LinkedNode {
  return {
    '@type': 'NewsMediaOrganization',
    name: localized(outlet.name, lang, outlet),
    url: originBase(outlet),
  };
}

/** The outlet and its site in full, for front pages: with the pages on which it answers for itself. */
export async function siteData(page: PageContext): Promise<{ '@graph': LinkedNode[] }> {
  const { outlet, lang } = page;
  const id = outletId(outlet);
  const organisation: LinkedNode = {
    ...outletData(page),
    '@id': id,
    publishingPrinciples: await policyUrl(page, outlet.principles),
    ownershipFundingInfo: await policyUrl(page, outlet.ownership),
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

async function policyUrl(
  { door, lang, outlet }: PageContext,
  slug: string | undefined,
): Promise<string | undefined> {
  const exists = slug !== undefined && (await door.fixedPage(lang, slug)) !== undefined;
  return exists ? absoluteAddress(outlet, fixedPageAddress(lang, slug)) : undefined;
}
