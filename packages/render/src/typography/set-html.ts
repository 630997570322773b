import { setRuns } from './set-text.ts';

const TAG = /<(\/?)([a-z][a-z0-9]*)(?![a-z0-9])((?:[^<>"]|"[^"]*")*)>/g;
/** A line runs on across these. */
const INLINE = new Set(
  'a abbr b bdi cite del em i ins mark q s small span strong sub sup time u wbr'.split(' '),
);
/** What stands in these is nobody's prose. */
const VERBATIM = new Set(['code', 'kbd', 'pre', 'samp', 'script', 'style', 'textarea', 'var']);
const VOID = new Set(['br', 'hr', 'img', 'source', 'track', 'wbr']);
/** Stands for what is left as it is, so that a text goes on around it. */
const OPAQUE = '\ufffc';

/** The pieces of a line, with their places among all pieces of the HTML. */
interface Line {
  lang: string;
  runs: string[];
  places: number[];
}

/**
 * Sets the texts of HTML that we rendered ourselves (well-formed, lower case, double quotes) as their languages are
 * printed. A line goes on across inline elements; an element in another language is set as that language is; code, tags
 * and attributes stay as they are.
 *
 * @param lang BCP 47 language of the whole.
 */
export function setHtml(html: string, lang: string): string {
  const walk = new HtmlWalk(lang);
  let end = 0;
  for (const match of html.matchAll(TAG)) {
    walk.text(html.slice(end, match.index));
    walk.tag(match);
    end = match.index + match[0].length;
  }
  walk.text(html.slice(end));
  return walk.finish();
}

class HtmlWalk {
  readonly #pieces: string[] = [];
  readonly #lines: Line[];
  /** Elements that are open and change how their text is taken: their name, and whether they have a line of their own. */
  readonly #open: { name: string; ownLine: boolean }[] = [];
  #verbatim = 0;

  constructor(lang: string) {
    this.#lines = [{ lang, runs: [], places: [] }];
  }

  text(text: string): void {
    if (text === '') return;
    this.#pieces.push(text);
    if (this.#verbatim > 0) return;
    this.#line.runs.push(text);
    this.#line.places.push(this.#pieces.length - 1);
  }

  tag([tag, slash = '', name = '', attributes = '']: RegExpMatchArray): void {
    if (slash === '') this.#openTag(name, attributes);
    this.#pieces.push(tag);
    if (slash !== '') this.#closeTag(name);
  }

  finish(): string {
    while (this.#lines.length > 1) this.#endLine(this.#lines.pop());
    this.#endLine(this.#lines[0]);
    return this.#pieces.join('');
  }

  get #line(): Line {
    const line = this.#lines.at(-1);
    if (line === undefined) throw new Error('the last line of an HTML text was taken away');
    return line;
  }

  #openTag(name: string, attributes: string): void {
    if (!INLINE.has(name) && !VERBATIM.has(name)) this.#endLine(this.#line);
    if (VOID.has(name)) return;
    const lang = /\slang="([^"]*)"/.exec(attributes)?.[1];
    this.#open.push({ name, ownLine: lang !== undefined });
    if (lang !== undefined) {
      this.#pass();
      this.#lines.push({ lang, runs: [], places: [] });
    }
    if (VERBATIM.has(name)) {
      this.#pass();
      this.#verbatim += 1;
    }
  }

  #closeTag(name: string): void {
    const element = this.#open.at(-1)?.name === name ? this.#open.pop() : undefined;
    if (element === undefined) return;
    if (VERBATIM.has(name)) this.#verbatim -= 1;
    if (element.ownLine) this.#endLine(this.#lines.pop());
    if (!INLINE.has(name) && !VERBATIM.has(name)) this.#endLine(this.#line);
  }

  /** Lets the line see that something stands here. */
  #pass(): void {
    this.#line.runs.push(OPAQUE);
    this.#line.places.push(-1);
  }

  #endLine(line: Line | undefined): void {
    if (line === undefined || line.runs.length === 0) return;
    const set = setRuns(line.runs, line.lang);
    for (const [index, place] of line.places.entries())
      if (place >= 0) this.#pieces[place] = set[index] ?? '';
    line.runs = [];
    line.places = [];
  }
}
