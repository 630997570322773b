import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { ForeignContent } from './foreign-content.ts';

export interface HtmlAttribute {
  /** Lower case. */
  name: string;
  /** With character references decoded. */
  value: string;
  /** Where the raw value starts, after its quote; UTF-16 code units. */
  start: number;
  /** Where the raw value ends, before its quote. */
  end: number;
  quote: '"' | "'" | '';
}

export interface HtmlTag {
  /** Lower case. */
  name: string;
  /** Offset of `<`. */
  start: number;
  /** Offset after `>`. */
  end: number;
  /** The first of each name, as browsers take it. */
  attributes: ReadonlyMap<string, HtmlAttribute>;
  /** Inside `<svg>` or `<math>`, where `<style>` and `<script>` are parsed as markup. */
  foreign: boolean;
}

export interface HtmlEvents {
  openTag?: (tag: HtmlTag) => void;
  /** `start` is the offset of the name, two after `</`. */
  closeTag?: (name: string, start: number) => void;
  /** Character references decoded; a run of text may come in pieces. */
  text?: (text: string, start: number) => void;
}

/**
 * Walks HTML once, left to right, in constant stack, and tells what stands where.
 * Tokens follow the WHATWG tokenizer; no tree is built, so that depth costs nothing.
 */
export function scanHtml(html: string, events: HtmlEvents): void {
  const tokenizer = new Tokenizer({}, new HtmlScanner(html, events));
  tokenizer.write(html);
  tokenizer.end();
}

const QUOTES = {
  [QuoteType.NoValue]: '',
  [QuoteType.Unquoted]: '',
  [QuoteType.Single]: "'",
  [QuoteType.Double]: '"',
} as const;

/** Shared by all bare tags, never written to: a page may hold a million of them. */
const NO_ATTRIBUTES = new Map<string, HtmlAttribute>();

class HtmlScanner implements TokenizerCallbacks {
  private readonly html: string;
  private readonly events: HtmlEvents;
  private readonly foreign = new ForeignContent();
  private tagName = '';
  private tagStart = 0;
  private tagForeign = false;
  private attributes = NO_ATTRIBUTES;
  private attributeName = '';
  private attributeNameEnd = 0;
  private attributeValue = '';

  constructor(html: string, events: HtmlEvents) {
    this.html = html;
    this.events = events;
  }

  isInForeignContext(): boolean {
    return this.foreign.isForeign();
  }

  onopentagname(start: number, end: number): void {
    this.tagName = this.html.slice(start, end).toLowerCase();
    this.tagStart = start - 1;
    this.attributes = NO_ATTRIBUTES;
    this.tagForeign = this.foreign.isForeign();
    this.foreign.open(this.tagName);
  }

  onattribname(start: number, end: number): void {
    this.attributeName = this.html.slice(start, end).toLowerCase();
    this.attributeNameEnd = end;
    this.attributeValue = '';
  }

  onattribdata(start: number, end: number): void {
    this.attributeValue += this.html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.attributeValue += String.fromCodePoint(codePoint);
  }

  onattribend(quoteType: QuoteType, endIndex: number): void {
    if (this.attributes.has(this.attributeName)) return;
    if (this.attributes === NO_ATTRIBUTES) this.attributes = new Map();
    const quote = QUOTES[quoteType];
    const end = endIndex - quote.length;
    const start =
      quoteType === QuoteType.NoValue ? end : this.findValueStart(this.attributeNameEnd, quote);
    const { attributeName: name, attributeValue: value } = this;
    this.attributes.set(name, { name, value, start, end, quote });
  }

  onopentagend(endIndex: number): void {
    this.events.openTag?.({
      name: this.tagName,
      start: this.tagStart,
      end: endIndex + 1,
      attributes: this.attributes,
      foreign: this.tagForeign,
    });
  }

  onselfclosingtag(endIndex: number): void {
    this.onopentagend(endIndex);
    this.foreign.selfClose(this.tagName);
  }

  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    this.foreign.close(name);
    this.events.closeTag?.(name, start);
  }

  ontext(start: number, end: number): void {
    this.events.text?.(this.html.slice(start, end), start);
  }

  ontextentity(codePoint: number, endIndex: number): void {
    this.events.text?.(String.fromCodePoint(codePoint), endIndex);
  }

  oncdata(start: number, end: number, offset: number): void {
    if (this.foreign.isForeign()) this.ontext(start, end - offset);
  }

  oncomment(): void {
    // Comments hold nothing that a browser follows.
  }

  ondeclaration(): void {
    // The doctype holds nothing that a browser follows.
  }

  onprocessinginstruction(): void {
    // Only in XML.
  }

  onend(): void {
    // The end needs no event.
  }

  private findValueStart(nameEnd: number, quote: string): number {
    const gap = /[\s]*=[\s]*/y;
    gap.lastIndex = nameEnd;
    gap.test(this.html);
    return gap.lastIndex + quote.length;
  }
}
