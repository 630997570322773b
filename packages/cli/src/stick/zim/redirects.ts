import { type Archive, formerAddress } from '@tamizdat/archive';
import { escapeHtml } from '@tamizdat/render';
import type { StickArticle } from '@tamizdat/stick';
import { relativeLink } from '@tamizdat/tree';
import type { OutFile } from '../out-file.ts';

/**
 * Former addresses of the articles, as pages that lead on: `zimwriterfs` makes redirects of them. Its own list of redirects
 * has another form in each of its versions.
 */
export async function redirectsOf(
  door: Archive,
  articles: readonly StickArticle[],
): Promise<OutFile[]> {
  const found = await Promise.all(
    articles.map(async ({ path }) => ({ path, known: await door.find(path) })),
  );
  return found.flatMap(({ path, known }) =>
    (known?.article.formerAddresses ?? []).map((former) => pageFor(formerAddress(former), path)),
  );
}

function pageFor(from: string, to: string): OutFile {
  const target = escapeHtml(relativeLink(from, to));
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${target}"><title>${target}</title></head><body><a href="${target}">${target}</a></body></html>\n`;
  return { path: from, isStored: false, load: () => Promise.resolve(Buffer.from(page)) };
}
