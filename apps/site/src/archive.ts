import type { Archive } from '@tamizdat/archive';
import './own-site.ts';
import { site } from './site.ts';

/** The archive of the outlet whose page is being rendered. */
export async function archive(): Promise<Archive> {
  return (await site()).door;
}
