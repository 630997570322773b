import { loadBody } from '@tamizdat/archive';
import { site } from '../site.ts';

/** A record of the content whose Markdown stands in a file of its own. */
export type WithText = Parameters<typeof loadBody>[1];

/** The Markdown of an article, page or appeal. Collections hold no texts: it is read where it is rendered. */
export async function loadText(record: WithText): Promise<string> {
  const { contentFolder, door } = await site();
  await door.file('folder' in record ? `${record.folder}/index.md` : record.file);
  return loadBody(contentFolder, record);
}
