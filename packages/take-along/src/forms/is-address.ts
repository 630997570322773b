import { DOTS } from './address-patterns.ts';
import { ENDINGS, FILES, HOSTED_FILES, KNOWN_FILE, SPELT_ENDINGS, WORDS } from './endings.ts';

const UNSEEN = /\p{Cf}/gu;
/** Where the name of a host ends. */
const BEHIND_HOST = /[/?#:\\\u2044\u2215\u29F8]/;
/** A path that leads somewhere. */
const PATH = /^[^/\\?#\u2044\u2215\u29F8]*[/\\\u2044\u2215\u29F8]./;
const SENTENCE = /^(?:[A-Z][a-z]|[А-ЯЁ][а-яё]+)$/;
/** A word of the same sentence follows. */
const GOES_ON = /^\s\p{Ll}/u;
const QUAD = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Names of two small Latin letters and more, the last of letters alone. */
const SMALL_NAMES = /^(?=.*[a-z]{2})(?:[a-z\d-]{2,63}\.){1,8}[a-z]{2,}$/;
/** What is shortened in Russian by a dot without a space behind it: “обл.ком”. */
const SHORTENED = /^(?:\p{L}{1,2}|обл|гор|рай|проф|мест|парт|мин|тел|стр|рис)$/u;

/** Where a name with dots stands. */
interface Around {
  /** The two characters behind it. */
  behind: string;
  /** Hosts that are known. */
  hosts: readonly string[];
}

/** Whether words with dots between them are an address: they may be Node.js, readme.md or 3.5. */
export function isNamedAddress(candidate: string, { behind, hosts }: Around): boolean {
  const plain = candidate.replace(UNSEEN, '').replace(DOTS, '.').normalize('NFKC');
  const [host = ''] = plain.split(BEHIND_HOST, 1);
  if (hosts.length > 0 && isUnder(host, hosts)) return true;
  // “A line (dot) segment” is a sentence.
  if (/\s/.test(candidate) && !endsKnown(host)) return false;
  return isHost(host, plain, behind);
}

function endsKnown(host: string): boolean {
  const ending = host.slice(host.lastIndexOf('.') + 1).toLowerCase();
  return ENDINGS.has(ending) || SPELT_ENDINGS.has(ending);
}

/** Whether groups of digits are an address: those of a time of day have neither a gap nor are they eight. */
export function isIpv6(candidate: string): boolean {
  const [digits = ''] = candidate.replace('[', '').split(/[\]%/?#]/, 1);
  const groups = digits.split(':').filter((group) => group !== '').length;
  return digits.includes('::') ? groups >= 3 || candidate.startsWith('[') : groups === 8;
}

/** Whether it is one of the hosts, or below one. */
function isUnder(host: string, hosts: readonly string[]): boolean {
  const name = asciiHost(host);
  return hosts.some((known) => name === known || name.endsWith(`.${known}`));
}

/** A host as browsers write it: `xn--` for letters of other scripts. */
function asciiHost(host: string): string {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return host.toLowerCase();
  }
}

function isHost(host: string, plain: string, behind: string): boolean {
  if (QUAD.test(host)) return true;
  const labels = host.split('.');
  const [ending = '', before = ''] = labels.reverse();
  const small = ending.toLowerCase();
  const hasPath = PATH.test(plain);
  if (FILES.has(small)) return hasPath && HOSTED_FILES.has(small);
  if (KNOWN_FILE.test(host)) return hasPath && ENDINGS.has(small);
  if (SENTENCE.test(ending) && !isCapitalized({ small, before, behind })) return false;
  if (ENDINGS.has(small) || small.startsWith('xn--')) return true;
  if (SPELT_ENDINGS.has(ending)) return hasPath || !SHORTENED.test(before.toLowerCase());
  // With an ending that is not known here: as hosts are written, or with a path behind it.
  return SMALL_NAMES.test(host) || (/^[a-z]{2,}$/.test(small) && hasPath);
}

/** “Meduza.Io”, and no sentence that begins without a space before it: “home.It”, “Moscow.It rained”. */
const isCapitalized = ({ small, before, behind }: Record<'small' | 'before' | 'behind', string>) =>
  /^\p{Lu}/u.test(before) && ENDINGS.has(small) && !(WORDS.has(small) && GOES_ON.test(behind));
