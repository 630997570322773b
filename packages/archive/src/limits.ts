/** Articles a section, tag or author page lists before it leads on to calendar pages. */
export const LIST_NEWEST = 30;
/** Calendar pages that such a page leads on to one by one: twelve of a year and as many years; more by year. */
export const LIST_PERIODS_MAX = 36;
/** Tags or authors that a page of links names one by one: their names and addresses take some 4,000 bytes gzipped. */
export const NAMES_LISTED_MAX = 100;
/** Names on a page of all tags or authors: 200 with their addresses take some 6,000 bytes gzipped. */
export const NAMES_PAGE = 200;
/** Related articles under an article. */
export const RELATED_MAX = 3;
/** Older articles looked at per shared tag and for the section, newest first, when related ones are chosen. */
export const RELATED_CANDIDATES = 40;
/** How long an article counts as recent for news sitemaps and feeds, in milliseconds: 48 hours, as Google News asks. */
export const RECENT_MS = 48 * 60 * 60 * 1000;
/** Files a content folder may hold: 100,000 articles with nine images each. */
export const CONTENT_FILES_MAX = 1_000_000;
/** Folders inside each other: articles need six. */
export const CONTENT_DEPTH_MAX = 10;
/** Bytes of an author's record, a front page or the outlet's file: 5,000 tags in ten languages. */
export const YAML_FILE_MAX_BYTES = 5_000_000;
/** Images looked into at once: each may hold its decoded size in memory. */
export const IMAGES_AT_ONCE = 4;
/** Bytes of a file that are digested at a time: recordings have hundreds of millions. */
export const DIGEST_CHUNK_BYTES = 1 << 16;
/** Bytes of what is kept of a content folder: 1,400 an article, of 500,000. */
export const INDEX_MAX_BYTES = 700_000_000;
/** Files just written that are compared by their bytes before a build looks at everything: it then knows stamps enough. */
export const UNSETTLED_MAX = 100;
/** Addresses with a part after `#` whose judgment is kept with the page that they lead to: more is the work of a program. */
export const FRAGMENTS_KEPT_MAX = 1_000;
/** Articles a worker parses at a time: long enough to outweigh the message, short enough to share out. */
export const PARSE_BATCH = 250;
/** Bytes of an article's file that are read for its outline: nearly all front matter is shorter, the rest is parsed. */
export const OUTLINE_BYTES = 4_096;
/** Articles in the recent tier of the search: an index of them is made anew in two seconds. More only on one day. */
export const SEARCH_RECENT_MAX = 250;
/** Articles in a closed tier of the search: Pagefind takes about 0.15 MB for each, and two threads may index at once. */
export const SEARCH_TIER_MAX = 2_500;
/** Articles of a decade that make one tier: more are split, since a change to any of them makes the tier anew. */
export const SEARCH_DECADE_MAX = 500;

/** Articles in one book: beyond, nobody finds one in its contents. */
export const BOOK_ARTICLES_MAX = 500;

/** Gzipped bytes a page may add to the text of its article: furniture, styles, addresses, metadata, policy. */
export const OVERHEAD_BYTES = 4_500;

/** Bytes for the ways to take an article along, at its foot: a link named as its page, and a script's address. Measured: 59. */
export const TAKE_ALONG_BYTES = 80;

/**
 * Gzipped bytes of a list that is read often (front page, section, tag, author, search): connections to foreign hosts
 * are frozen after about 16 KB, of which a TLS handshake with its certificates takes up to 4.
 */
export const LIST_BYTES = 12_000;

/** Gzipped bytes of `brief.xml`: it has to cross such a connection even with a heavy certificate chain. */
export const BRIEF_FEED_BYTES = 10_000;

/**
 * Gzipped bytes a link of a closed calendar list may take beyond its text: the slug, the day and the tags around
 * them. These lists are as long as their month was busy, so that a fixed sum would not fit.
 */
export const LISTED_LINK_BYTES = 40;

/**
 * Bytes for a form inside an article: where it is sent, which the policy says too, the fields its provider asks for, the
 * rules of its controls. Measured: about 220.
 */
export const FORM_BYTES = 240;

/** Bytes for a group of choices inside an article: eleven amounts, their rules, the script of the reminder and its hash. Measured: about 500. */
export const CHOICE_BYTES = 600;

/** Gzipped bytes for the script and the forms of the page about reading where the site is blocked. Measured beyond `OVERHEAD_BYTES`, in Russian: 966. */
export const SETTINGS_BYTES = 1_500;
