import type { WithText } from '@tamizdat/archive';
import { site } from '../site.ts';

/** The Markdown of an article, page or appeal. Collections hold no texts: it is read where it is rendered. */
export async function loadText(record: WithText): Promise<string> {
  const { files } = await site();
  return files.text(record);
}
