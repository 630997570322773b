import type { InBoth } from '@tamizdat/problem';
import type { HtmlFact, Point } from './facts.ts';
import { refuseAttribute, refuseElement } from './html-policy.ts';
import { type HtmlToken, parseHtmlTokens } from './html-tokens.ts';

const COMMENT: InBoth = {
  en: 'a comment stays in the page’s source for everyone to read',
  ru: 'комментарий останется в коде страницы, и его прочтёт кто угодно',
};

const DECLARATION: InBoth = {
  en: 'declarations and instructions have no place in a text',
  ru: 'объявлениям и командам в тексте не место',
};

function htmlFact(tag: string, at: Point, reason?: InBoth): HtmlFact {
  return { tag, allowed: reason === undefined, reason: reason ?? { en: '', ru: '' }, at };
}

function inspectToken(
  token: HtmlToken,
  at: (offset: number) => Point,
  open: Map<string, number>,
): HtmlFact[] {
  switch (token.kind) {
    case 'open': {
      open.set(token.name, (open.get(token.name) ?? 0) + 1);
      const refused = refuseElement(token.name);
      const facts = [htmlFact(token.name, at(token.offset), refused)];
      if (refused !== undefined) return facts;
      for (const { name, value, offset } of token.attributes) {
        const reason = refuseAttribute(token.name, name, value);
        if (reason !== undefined) facts.push(htmlFact(token.name, at(offset), reason));
      }
      return facts;
    }
    case 'close': {
      const count = open.get(token.name) ?? 0;
      open.set(token.name, Math.max(0, count - 1));
      const refused = refuseElement(token.name);
      return count > 0 || refused === undefined
        ? []
        : [htmlFact(token.name, at(token.offset), refused)];
    }
    case 'comment':
      return [htmlFact('!--', at(token.offset), COMMENT)];
    case 'declaration':
      return [htmlFact('!', at(token.offset), DECLARATION)];
    case 'text':
      return [];
  }
}

/**
 * Says what of raw HTML is allowed.
 * @param at Gives the point of an offset into the HTML.
 * @param open Open tags met so far; counted on.
 */
export const inspectTags = (
  html: string,
  at: (offset: number) => Point,
  open: Map<string, number>,
): HtmlFact[] => parseHtmlTokens(html).flatMap((token) => inspectToken(token, at, open));
