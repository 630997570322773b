/** Kilobytes (1000 bytes) of one file for messengers, unless told otherwise: what Delta Chat still sends as an app. */
export const XDC_MAX_KB = 640;
/** The largest that may be asked for, in kilobytes: mail carries no more. */
export const XDC_LIMIT_KB = 25_000;
/** Articles that are tried for one such file at most. */
export const XDC_ARTICLES_MAX = 500;
/** Bytes of the largest ZIM: it is read as one piece, so that chance can be taken out of it, and Node reads no more at once. */
export const ZIM_MAX = 2_147_483_647;
/** Pixels of the icon that a ZIM has. */
export const ZIM_ICON = 48;
/** Characters of a ZIM’s title and description, as its own rules have them. */
export const ZIM_TITLE_MAX = 30;
export const ZIM_DESCRIPTION_MAX = 80;
/** Pixels of the icon that messengers show. */
export const XDC_ICON = 256;
/** Accent of an outlet that chose none, as the site has it. */
export const ACCENT = { light: '#8a1c1c', dark: '#f0a8a0' } as const;
