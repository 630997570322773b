import { mediaAddress } from '@tamizdat/archive';

/** Address of a derivative at a base address, which ends with a slash. */
export const mediaUrl = (name: string, base: string): string =>
  new URL(mediaAddress(name), base).href;
