/** Articles in a news sitemap: Google News reads no more of one. */
export const NEWS_SITEMAP_MAX = 1_000;
/** Addresses in one sitemap (sitemaps.org, protocol 0.9). */
export const SITEMAP_URLS_MAX = 50_000;
/** Characters of a search's short and long name (OpenSearch 1.1). */
export const SEARCH_NAME_MAX = 16;
export const SEARCH_DESCRIPTION_MAX = 1_024;
/** Characters of a page's description that we make ourselves: search engines show about so many. */
export const DESCRIPTION_MAX = 160;
/** Width and height of a card for link previews, in pixels, as the networks ask for. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;
/** Rules in `_headers`: Cloudflare Pages reads no more; others set no limit. */
export const HOST_RULES_MAX = 100;
