import { searchAddress, type Address } from '@tamizdat/archive';
import { escapeHtml, localized } from '@tamizdat/render';
import { absoluteAddress } from '../feeds/absolute-address.ts';
import type { FeedContext } from '../feeds/feed-context.ts';
import { SEARCH_DESCRIPTION_MAX, SEARCH_NAME_MAX } from './limits.ts';

export function openSearchAddress(lang: string): Address {
  return `${lang}/opensearch.xml`;
}

/** OpenSearch 1.1 description of an edition's search, with which browsers offer it in their address bar. */
export function openSearchDescription({ outlet, lang, words }: FeedContext): string {
  const name = localized(outlet.name, lang, outlet);
  const element = (tag: string, text: string, max: number): string =>
    `<${tag}>${escapeHtml(Array.from(text).slice(0, max).join('').trim())}</${tag}>`;
  const template = `${absoluteAddress(outlet, searchAddress(lang))}?q={searchTerms}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    element('ShortName', name, SEARCH_NAME_MAX),
    element('Description', `${name}: ${words.searchWords.label}`, SEARCH_DESCRIPTION_MAX),
    `<Url type="text/html" template="${escapeHtml(template)}"/>`,
    element('Language', lang, SEARCH_NAME_MAX),
    '<InputEncoding>UTF-8</InputEncoding>',
    '</OpenSearchDescription>\n',
  ].join('');
}
