import { Tokenizer } from 'htmlparser2';

export interface HtmlAttribute {
  /** Lower case. */
  name: string;
  /** Entities decoded. */
  value: string;
  offset: number;
}

/** A piece of raw HTML; `offset` counts UTF-16 code units from the start of the raw HTML. */
export type HtmlToken =
  | { kind: 'open'; name: string; attributes: HtmlAttribute[]; offset: number }
  | { kind: 'close'; name: string; offset: number }
  | { kind: 'comment' | 'declaration'; offset: number }
  | { kind: 'text'; value: string; offset: number };

/**
 * Splits raw HTML of a Markdown text into flat tokens: nothing is nested, closed or repaired here.
 * Never throws.
 */
export function parseHtmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let open: Extract<HtmlToken, { kind: 'open' }> | undefined;
  let attribute: HtmlAttribute | undefined;
  const text = (value: string, offset: number): void => {
    const last = tokens.at(-1);
    if (last?.kind === 'text') last.value += value;
    // The tokenizer gives -1 for what follows a tag that the text breaks off in, such as `<script/`.
    else tokens.push({ kind: 'text', value, offset: Math.max(0, offset) });
  };
  const comment = (kind: 'comment' | 'declaration', start: number): void => {
    tokens.push({ kind, offset: Math.max(0, html.lastIndexOf('<', start)) });
  };
  const endTag = (): void => {
    if (open) tokens.push(open);
    open = undefined;
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        open = {
          kind: 'open',
          name: html.slice(start, end).toLowerCase(),
          attributes: [],
          offset: start - 1,
        };
      },
      onattribname(start, end) {
        attribute = { name: html.slice(start, end).toLowerCase(), value: '', offset: start };
      },
      onattribdata(start, end) {
        if (attribute) attribute.value += html.slice(start, end);
      },
      onattribentity(codePoint) {
        if (attribute) attribute.value += String.fromCodePoint(codePoint);
      },
      onattribend() {
        if (attribute) open?.attributes.push(attribute);
        attribute = undefined;
      },
      onopentagend: endTag,
      onselfclosingtag: endTag,
      onclosetag(start, end) {
        const offset = Math.max(0, html.lastIndexOf('<', start));
        tokens.push({ kind: 'close', name: html.slice(start, end).toLowerCase(), offset });
      },
      oncomment: (start) => {
        comment('comment', start - 1);
      },
      oncdata: (start) => {
        comment('declaration', start - 1);
      },
      ondeclaration: (start) => {
        comment('declaration', start);
      },
      onprocessinginstruction: (start) => {
        comment('declaration', start);
      },
      ontext: (start, end) => {
        text(html.slice(start, end), start);
      },
      ontextentity: (codePoint, end) => {
        text(String.fromCodePoint(codePoint), end);
      },
      onend: () => undefined,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  endTag();
  return tokens;
}
