import { HeldTexts } from './held-texts.ts';
import { lineEnds, replaceTags } from '../../convert/replace-tags.ts';
import { shownInstead } from './shown-instead.ts';
import { takeComponents } from './take-components.ts';
import { type TagWords, tagWords } from './tag-words.ts';

/** The templates of a system that stand in texts. */
export type Templates = 'hugo' | 'liquid' | 'mdx';

/** Is told of what was not run, as it was written, with its line in the text, from 1. */
export type TellNotRun = (what: string, line: number, written: string) => void;

/** What a text is asked about while its templates are taken out. */
export interface Templating {
  /** The address of another text of the site, by how templates name it; undefined where there is none. */
  addressOf: (name: string) => string | undefined;
  /** Where the site stands below its host: `/blog`, or nothing. */
  below: string;
  tellNotRun: TellNotRun;
}

/** Takes templates out of a text; none is run. Pictures, players and addresses that they name stay, and words between two. */
export function takeTemplates(text: string, kind: Templates, given: Templating): string {
  if (kind === 'mdx') return takeComponents(text, given.tellNotRun);
  return kind === 'hugo' ? takeHugo(text, given) : takeLiquid(text, given);
}

function takeHugo(text: string, { addressOf, tellNotRun }: Templating): string {
  return replaceTags(text, '{{', '}}', (inner, line) => {
    if (!/^(?:<[\s\S]*>|%[\s\S]*%)$/.test(inner)) return `{{${inner}}}`;
    const within = inner.slice(1, -1).trim();
    // Written so that readers see it.
    if (within.startsWith('/*') && within.endsWith('*/'))
      return `{{${inner.at(0) ?? ''}${within.slice(2, -2)}${inner.at(-1) ?? ''}}}`.replaceAll(
        '<',
        '&lt;',
      );
    const words = tagWords(within);
    if (words.name.startsWith('/')) return '';
    if (/^(?:rel)?ref$/i.test(words.name))
      return addressOf(words.plain[0] ?? words.named.get('path') ?? '') ?? '#';
    tellNotRun(`shortcode ${words.name}`, line, within);
    return shownInstead(words) ?? '';
  });
}

function takeLiquid(text: string, given: Templating): string {
  const { below, tellNotRun } = given;
  const held = new HeldTexts();
  const tagged = replaceTags(text, '{%', '%}', (inner, line) => {
    const words = tagWords(inner.replace(/^-/, '').replace(/-$/, ''));
    const known = knownTag(words, given);
    if (known !== undefined) return held.hold(known) + lineEnds(inner);
    if (!words.name.startsWith('end')) tellNotRun(`tag ${words.name}`, line, inner.trim());
    return held.hold(shownInstead(words) ?? '') + lineEnds(inner);
  });
  const said = replaceTags(replaceTags(tagged, START, END, lineEnds), '{#', '#}', lineEnds);
  const plain = replaceTags(said, '{{', '}}', (inner, line) => {
    const value = valueOf(inner, given);
    if (value === undefined) tellNotRun('a value of a template', line, inner.trim());
    return (value ?? '') + lineEnds(inner);
  });
  const whole = held.release(plain);
  // The site’s own path before what is a whole address already.
  return below === '' ? whole : whole.replaceAll(`${below}http`, 'http');
}

/** Signs that no text holds: what stands between them was a comment. */
const START = '\u0001';
const END = '\u0002';

function knownTag({ name, plain }: TagWords, { addressOf }: Templating): string | undefined {
  if (name === 'raw' || name === 'endraw') return '';
  if (name === 'comment') return START;
  if (name === 'endcomment') return END;
  if (name === 'highlight') return `\n\n\`\`\`${/^\w{1,20}$/.exec(plain[0] ?? '')?.[0] ?? ''}\n`;
  if (name === 'endhighlight') return '\n```\n\n';
  if (name === 'post_url' || name === 'link') return addressOf(plain[0] ?? '') ?? '#';
  return undefined;
}

/** Values that are known without running anything: where the site stands, and addresses in quotes. */
function valueOf(inner: string, { below }: Templating): string | undefined {
  const [value = '', ...filters] = inner.split('|').map((part) => part.trim());
  if (/^site\.(?:base_?url|url)$/i.test(value)) return /baseurl/i.test(value) ? below : '';
  const quoted = /^(["'])([^"']*)\1$/.exec(value)?.[2];
  if (
    quoted === undefined ||
    !filters.every((one) => /^(?:(?:relative|absolute)_url|url|safe)$/.test(one))
  )
    return undefined;
  return filters.some((one) => one.endsWith('_url')) && quoted.startsWith('/')
    ? below + quoted
    : quoted;
}
