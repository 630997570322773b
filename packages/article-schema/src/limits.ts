/** Limits of the article model. Lengths are counted in Unicode code points, as a writer counts characters. */

/** Years before which a publication is doubted, and refused: archives are older than the web, not than the daily press. */
export const PUBLISHED_YEAR_USUAL = 1900;
export const PUBLISHED_YEAR_LEAST = 1800;
/** Years ahead beyond which a publication or an embargo is doubted: nobody plans that far. */
export const AHEAD_YEARS_USUAL = 10;
/** Days before its publication that an article's entries, notes and embargo may lie: drafts are written, and a live page goes on from elsewhere. */
export const EARLIER_DAYS_MAX = 31;
/** Before it there was no web, and nothing on a page of a site changed. */
export const WEB_YEAR = 1991;
/** Before it there were no names of domains to hold (symbolics.com is of March 1985). */
export const DOMAIN_YEAR = 1985;
/** Shortest headline that can still say something. */
export const TITLE_MIN = 10;
/** Longest headline that fits a phone's front page in both scripts. */
export const TITLE_MAX = 110;
/** A kicker is one or two words over the headline. */
export const KICKER_MAX = 40;
/** Two or three sentences: more is the article itself. */
export const STANDFIRST_MAX = 300;
/** Below five characters an alternative text describes nothing. */
export const ALT_MIN = 5;
/** A map or a chart takes paragraphs to describe; what is longer belongs into the text, where everybody reads it. */
export const ALT_MAX = 1_000;
export const CAPTION_MAX = 600;
export const CREDIT_MAX = 200;
/** A correction says what was wrong and what is right: that takes a sentence. */
export const CORRECTION_MIN = 20;
export const TEXT_FIELD_MAX = 5_000;
/** Front matter in UTF-16 code units. A live blog of 300 entries stays below it; YAML bombs do not. */
export const FRONT_MATTER_MAX_LENGTH = 1_000_000;
/** A whole article file in bytes: ten novels of text. */
export const ARTICLE_FILE_MAX_BYTES = 5_000_000;
export const LIST_MAX = 50;
/** One line of an imported article: headlines of old archives have 400 characters; more is a text that lost its breaks. */
export const IMPORTED_LINE_MAX = 1_000;
export const LIVE_ENTRIES_MAX = 1_000;
/** Longest word or sentence of the kit's own: an explanation of three sentences in a wordy language. */
export const WORD_MAX = 600;
/** A former address, so that with “.html” its path stays within 200: Windows stops at 260, its own folder included. */
export const ADDRESS_MAX = 195;
/** The id of an article in feeds of a former system, which others wrote: most are addresses. */
export const FEED_ID_MAX = 1_000;
/** Lines above and below the place where YAML breaks in which the mistake is looked for: it is mostly the same line. */
export const YAML_REPAIR_LINES = 3;
/**
 * Names, values, spaces and signs of one YAML text: a live blog of 1,000 entries has 50,000. A megabyte that is nothing
 * but signs takes 20 seconds and 1.5 GB to read.
 */
export const YAML_TOKENS_MAX = 60_000;
/** UTF-16 code units of YAML that are read again while a mistake is looked for: two seconds at most. */
export const YAML_REPAIR_MAX_LENGTH = 500_000;
/** UTF-16 code units of one field beyond which it is not read again as a whole: the tags of a large outlet. */
export const YAML_FIELD_LONG = 20_000;
/** UTF-16 code units of a line that is shown mended: the longest standfirst, with its name and quotes. */
export const YAML_EXAMPLE_MAX = 400;
/** Characters of an appeal, which every article carries: eight tenths of a kilobyte gzipped in Cyrillic. */
export const APPEAL_MAX = 1_500;
/** Places of a page that a message about a link to none of them lists: a line's worth. */
export const PLACES_LISTED_MAX = 8;
/** Places of a page that such a link is compared with: ten thousand links against as many headings took minutes. */
export const PLACES_COMPARED_MAX = 100;
/** Archives of one outlet, and trackers of a torrent: each is a file as large as the site, or somebody who watches. */
export const ARCHIVES_MAX = 10;
export const ARCHIVE_TRACKERS_MAX = 20;

/** Mirrors in a list, as in the signed one (packages/release/SPEC.md, 6.5). */
export const MIRRORS_MAX = 100;
/** UTF-16 code units of a mirror's address or place: more than any host's, far below what a message can show. */
export const MIRROR_PLACE_MAX = 400;
/** Characters of one part of a host's name (RFC 1035, 2.3.4). */
export const HOST_LABEL_MAX = 63;
/** Names of one wildcard mirror that are announced at once: more would hand those who block a list. */
export const MIRROR_NAMES_MAX = 20;
/** Names that articles offer to be passed on: some months of a busy outlet's articles with one each. */
export const PASS_ON_NAMES_MAX = 1_000;
/** Bytes of UTF-8 in a bank's payment code (EPC069-12): banks' apps refuse a longer one. */
export const BANK_CODE_MAX_BYTES = 331;

/** Looks in a row, and minutes that they span, before a blocked name is given up: of looks the last day counts, and an hourly one is to have some to spare in it. */
export const RENEWAL_LOOKS_MAX = 20;
export const RENEWAL_MINUTES_MAX = 1_200;
/** Addresses that tell a block from a network that fails: each is asked where no mirror opens. */
export const RENEWAL_CONTROLS_MAX = 10;
