import type { Address } from '@tamizdat/archive';

/** Sizes of the mark as PNG, in pixels: phones' home screens, installed sites. */
export const ICON_SIZES = [180, 192, 512] as const;
export type IconSize = (typeof ICON_SIZES)[number];

/** The mark as it is. */
export const markAddress: Address = 'icon.svg';
/** Where browsers look for an icon of a page that names none. */
export const faviconAddress: Address = 'favicon.ico';

/** iOS looks for its size by name, without a link. */
export function iconAddress(size: IconSize): Address {
  return size === 180 ? 'apple-touch-icon.png' : `icon-${size}.png`;
}
