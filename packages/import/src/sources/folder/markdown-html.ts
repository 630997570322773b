import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** Attributes that kramdown hangs on words and blocks. */
const HUNG = /\{:[ \t]{0,9}(?:toc\b|[.#][\w-]|[\w-]{1,40}=)[^{}\n]{0,300}\}/g;

/** Markdown of another system as HTML, which is trusted no more than any other. */
export function markdownHtml(markdown: string): string {
  const plain = markdown.split('\n').map(withoutAttributes).join('\n');
  return micromark(plain, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [unfiltered()],
  });
}

/** GitHub shows frames and scripts as words; here they go the way of all other HTML. */
function unfiltered(): ReturnType<typeof gfmHtml> {
  const { exit = {}, ...rest } = gfmHtml();
  const others = Object.entries(exit).filter(([name]) => !/^html(?:Flow|Text)Data$/.test(name));
  return { ...rest, exit: Object.fromEntries(others) };
}

/** `## Head {#place .class}`, `{: .class}`: neither is a word. */
function withoutAttributes(line: string): string {
  const bare = line.includes('{:') ? line.replaceAll(HUNG, '') : line;
  const end = bare.trimEnd();
  const at = end.startsWith('#') && end.endsWith('}') ? end.lastIndexOf('{') : -1;
  return at > 0 && /^\{[#.]/.test(end.slice(at)) ? end.slice(0, at) : bare;
}
