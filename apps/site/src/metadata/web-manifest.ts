import { frontAddress, type Address } from '@tamizdat/archive';
import { relativeLink } from '@tamizdat/tree';
import { localized } from '@tamizdat/render';
import type { FeedContext } from '../feeds/feed-context.ts';
import { iconAddress, markAddress } from './mark/icon-address.ts';

export function manifestAddress(lang: string): Address {
  return `${lang}/manifest.webmanifest`;
}

/** Web app manifest of an edition (W3C Application Manifest). Its addresses are relative to it, for any mirror. */
export function webManifest({ outlet, lang, edition }: FeedContext): string {
  const link = (to: Address): string => relativeLink(manifestAddress(lang), to);
  const png = ([192, 512] as const).map((size) => ({
    src: link(iconAddress(size)),
    sizes: `${size}x${size}`,
    type: 'image/png',
  }));
  const manifest = {
    name: localized(outlet.name, lang, outlet),
    description: localized(outlet.description, lang, outlet),
    lang,
    dir: edition.dir,
    id: link(frontAddress(lang)),
    start_url: link(frontAddress(lang)),
    scope: link('index.html').replace(/index\.html$/, ''),
    display: 'minimal-ui',
    background_color: '#fffefb',
    theme_color: '#fffefb',
    icons: outlet.mark
      ? [{ src: link(markAddress), sizes: 'any', type: 'image/svg+xml' }, ...png]
      : [],
  };
  return `${JSON.stringify(manifest)}\n`;
}
