import { bookCatalogueAddress, booksAddress } from '@tamizdat/archive';
import { buildCatalogue } from '@tamizdat/feeds';
import { localized } from '@tamizdat/render';
import type { APIRoute } from 'astro';
import { listBooks } from '../../books/list-books.ts';
import { absoluteAddress } from '../../feeds/absolute-address.ts';
import { openFeed } from '../../feeds/feed-context.ts';
import { tagUri } from '../../feeds/tag-uri.ts';
import { pathsOf } from '../../page/static-paths.ts';

export const getStaticPaths = pathsOf('bookCatalogue');

export const GET: APIRoute = async ({ params: { lang = '' } }) => {
  const { door, outlet, edition, words } = await openFeed(lang);
  const list = await listBooks(door, lang, edition.locale);
  if (list === undefined) return new Response(null, { status: 404 });
  const name = localized(outlet.name, lang, outlet);
  const self = bookCatalogueAddress(lang);
  const document = buildCatalogue(
    {
      id: tagUri(outlet, self),
      title: `${name}: ${words.books.title}`,
      publisher: name,
      language: lang,
      home: absoluteAddress(outlet, booksAddress(lang)),
      self: absoluteAddress(outlet, self),
      updated: list.updated,
    },
    list.books.map(({ id, address, days, to, titles, updated }) => ({
      id: tagUri(outlet, `${lang}/books/${id}`),
      title: `${name}${words.comma} ${days}`,
      summary: titles.join(' · '),
      issued: to,
      updated,
      url: absoluteAddress(outlet, address),
    })),
  );
  return new Response(document, {
    headers: {
      'content-type': 'application/atom+xml;profile=opds-catalog;kind=acquisition; charset=utf-8',
    },
  });
};
