/** Quotation marks in which titles are written, each with those that may close them. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '«': '»',
  '»': '«',
  '“': '”“',
  '”': '”',
  '„': '“”',
  '‚': '‘’',
  '‘': '’',
  '’': '’',
  '‹': '›',
  '(': ')',
};

/** A description or words in brackets, with one pair of brackets inside. */
export const WORDS = String.raw`\[((?:[^[\]\n]|\[[^[\]\n]{0,100}\]){0,400})\]`;

/** An address of a link or a file’s name, as far as it can be told from words. */
const ADDRESS =
  /^<?(?:https?:|www\.|mailto:|\/|#)|^<?[^\s()[\]<>|]{1,200}\.(?:jpe?g|png|webp|gif|avif|svg|mp3|mp4|html?|pdf)>?$/i;
export const isAddress = (text: string): boolean => ADDRESS.test(text.trim());

interface Meant {
  address: string;
  title?: string;
}

/** What stands between the round brackets of a link: its address, and its title in whatever quotation marks. */
function meantBy(inner: string): Meant {
  const text = inner.trim().replace(/(?<![ \t])[ \t]+=\d*x\d*$/, '');
  const close = text.at(-1) ?? '';
  for (const { 1: mark = '', index } of text.matchAll(/(?<![ \t])[ \t]+(["'«»“”„‚‘’‹(])/g)) {
    const start = index + text.slice(index).indexOf(mark);
    if (start === text.length - 1 || !(CLOSING[mark] ?? '').includes(close)) continue;
    const title = text.slice(start + 1, -1).replaceAll(/\\(["'\\()])/g, '$1');
    return { address: bare(text.slice(0, index)), title };
  }
  return { address: bare(text) };
}

const bare = (address: string): string => address.trim().replace(/^<(.*)>$/, '$1');

/** A link or picture as CommonMark (6.3) reads it; `head` is its beginning up to the address, without brackets. */
export function linkOf(isPicture: boolean, words: string, inner: string): string {
  const { address, title } = meantBy(inner);
  const url = /^www\./i.test(address) ? `https://${address}` : address;
  const target = isPlain(url) ? url : `<${url.replaceAll(/[<>]/g, encodeURIComponent)}>`;
  const quoted = title === undefined ? '' : ` ${quote(title)}`;
  return `${isPicture ? '!' : ''}[${words.trim()}](${target}${quoted})`;
}

/** Whether an address needs no angle brackets: no spaces, and as many brackets open as close. */
function isPlain(address: string): boolean {
  if (/[\s<>]/.test(address) || address === '') return false;
  let open = 0;
  for (const sign of address) {
    if (sign === '(') open += 1;
    else if (sign === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** A title in marks that it does not hold. */
function quote(title: string): string {
  const escaped = title.replaceAll('\\', '\\\\');
  if (!title.includes('"')) return `"${escaped}"`;
  return title.includes("'") ? `"${escaped.replaceAll('"', '\\"')}"` : `'${escaped}'`;
}

const WHOLE = new RegExp(String.raw`^(!?)${WORDS}[ \t]*[({[（<]([^]*?)[)}\]）>]?$`);

/** What looks like a link or picture, as one: the address in angle brackets where it must be, the title in marks that it does not hold. */
export function mendLink(found: string): string {
  const [, sign = '', words = '', inner] = WHOLE.exec(found) ?? [];
  return inner === undefined ? found : linkOf(sign === '!', words, inner);
}

/** The same with the round bracket that was missing, and the mark that was to end its title. */
export function closeLink(found: string): string {
  const [, title = ''] = /[ \t](["'][^]*)$/.exec(found.trimEnd()) ?? [];
  const mark = title.charAt(0);
  const isOpen = title !== '' && title.split(mark).length % 2 === 0;
  return mendLink(`${found.trimEnd()}${isOpen ? mark : ''})`);
}

const TURNED = /^(!?)\(([^]*?)\)(!?)[[(]([^]*)[\])]$/;
const PIPED = /^()[[<]([^\s|]+|[^|]+)([|\s])([^]*)[\]>]$/;

/** Two parts in brackets, whichever of them is the address: “(words)[address]”, “[words|address]”, “[address words]”. */
export function turnLink(found: string): string {
  const [, sign = '', first = '', between = '', second = ''] =
    TURNED.exec(found) ?? PIPED.exec(found) ?? [];
  const isFirst = isAddress(first);
  if (!isFirst && !isAddress(second)) return found;
  const isPicture = `${sign}${between}`.includes('!');
  return isFirst ? linkOf(isPicture, second, first) : linkOf(isPicture, first, second);
}

/** Double brackets of a wiki: “[[address words]]”, “[[address|words]]”, “![[picture.jpg|300]]”, “[[page|words]]”. */
export function mendWiki(found: string): string {
  const inner = found.replace(/^!?\[\[/, '').replace(/\]\]$/, '');
  const isPicture = found.startsWith('!');
  const [, first = inner, second = ''] = /^([^|\s]+)(?:\||[ \t])(.*)$/.exec(inner) ?? [];
  const isAt = isAddress(first);
  if (!isAt) return `[${inner.split('|').at(-1) ?? ''}](/…)`;
  const words = second === '' || /^\d+(?:x\d+)?(?:px)?$/.test(second) ? nameOf(first) : second;
  return linkOf(isPicture, words, first);
}

const nameOf = (file: string): string =>
  file.replace(/^.*\/(?=[^/])/, '').replace(/\.[a-z0-9]{1,5}$/i, '');

const SIGNS: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*', s: '~~' };

/** A pair of square tags, as forums write them. */
export function mendTags(found: string): string {
  const [, name = '', value = '', inner = ''] =
    /^\[([a-z]+)(?:[= ]["']?([^\]]*?)["']?)?\](.*)\[\/[a-z]+\]$/is.exec(found) ?? [];
  const tag = name.toLowerCase();
  const sign = SIGNS[tag];
  if (sign !== undefined) return `${sign}${inner.trim()}${sign}`;
  if (tag === 'img') return linkOf(true, nameOf(inner), inner);
  if (tag === 'url') return linkOf(false, inner, value === '' ? inner : value);
  return inner;
}
