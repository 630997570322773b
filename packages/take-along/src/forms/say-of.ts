import type { ShownArticle } from '../shown/load-shown.ts';
import { blankAddresses } from './blank-addresses.ts';
import { captionsWithoutAddresses } from './captions-without-addresses.ts';
import { withoutAddresses } from './without-addresses.ts';

/** How words are said: as they are, or without the addresses that they spell out. */
export interface Say {
  words: (text: string) => string;
  html: (html: string) => string;
  /** Captions of a recording, WebVTT. */
  captions: (vtt: string) => string;
}

/** @param links Whether addresses may stand in the text @param hosts As of `blankAddresses` */
export const sayOf = (links: boolean, { hosts }: Pick<ShownArticle, 'hosts'>): Say =>
  links
    ? { words: (text) => text, html: (html) => html, captions: (vtt) => vtt }
    : {
        words: (text) => blankAddresses(text, hosts),
        html: (html) => withoutAddresses(html, hosts),
        captions: (vtt) => captionsWithoutAddresses(vtt, hosts),
      };
