import type { InBoth } from '@tamizdat/problem';
import { EMPHASIS_PAIRS, LONE_STARS } from './leftover-emphasis.ts';
import { closeLink, mendLink, mendTags, mendWiki, turnLink, WORDS } from './mend-link.ts';

/** Markup that was meant and would be printed: how it looks, what it is, and the same as it would work. */
export interface Leftover {
  pattern: RegExp;
  what: InBoth;
  mend: (found: string) => string;
  /** A picture that is printed as signs is lost. */
  severity?: 'error' | 'warning';
}

const BROKEN: InBoth = {
  en: 'a link or picture with quotation marks inside others, a space in its address, or a bracket missing',
  ru: 'ссылка или картинка с кавычками внутри кавычек, пробелом в адресе или без скобки',
};
const GAP: InBoth = {
  en: 'a link with a gap between its brackets',
  ru: 'ссылка с пробелом между скобками',
};
const TURNED: InBoth = {
  en: 'a link whose brackets have changed places',
  ru: 'ссылка, скобки которой поменялись местами',
};
/** What stands between a link’s round brackets, with one pair of brackets inside. */
const INNER = String.raw`\((?:[^()\n]|\([^()\n]{0,200}\)){0,600}\)`;
const FILE = String.raw`[\p{L}\p{N}_-]{1,80}\.(?:jpe?g|png|webp|gif|avif|mp3|mp4|html?|pdf)`;
const HEADING: InBoth = {
  en: 'a heading without a space behind its signs',
  ru: 'заголовок без пробела после решёток',
};
const DEFINITION: InBoth = {
  en: 'a definition of another system',
  ru: 'определение в разметке другой системы',
};
const FOREIGN: InBoth = { en: 'a command of another system', ru: 'команда другой системы' };

/** Elements whose names may be meant where a bracket stands before them. */
export const TAGS =
  'a|b|i|u|s|p|br|hr|div|span|img|strong|em|sub|sup|small|mark|code|del|ins|q|cite|abbr|blockquote|h[1-6]|ul|ol|li|table|t[rdh]|figure|iframe|script|style|video|audio|font|center';

const nothing = (): string => '';
export const within = (found: string): string =>
  found.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

const REFERENCES: Readonly<Record<string, string>> = Object.fromEntries(
  'amp & quot " apos ’ lt < gt > laquo « raquo » ldquo “ rdquo ” bdquo „ lsquo ‘ rsquo ’ mdash — ndash – hellip … copy © deg ° times ×'
    .split(' ')
    .flatMap((name, at, all) => (at % 2 === 0 ? [[name, all[at + 1] ?? '']] : [])),
);

/** A reference of HTML as the character that it stands for; one that is not known stays. */
export function mendReference(found: string): string {
  const [, hex, digits] = /^&#(?:x([\da-f]+)|(\d+));?$/i.exec(found) ?? [];
  const point = hex === undefined ? Number(digits ?? NaN) : parseInt(hex, 16);
  if (point <= 0x10ffff) return String.fromCodePoint(point).toWellFormed();
  const name = found.replaceAll(/[&;]/g, '');
  return name === 'nbsp' ? ' ' : name === 'shy' ? '' : (REFERENCES[name] ?? found);
}

/** In the order in which they speak: of two at one place the first. Repeats are bounded, so that no text takes long. */
export const LEFTOVERS: readonly Leftover[] = [
  {
    pattern: new RegExp(`!${WORDS}${INNER}`, 'g'),
    what: BROKEN,
    mend: mendLink,
    severity: 'error',
  },
  { pattern: new RegExp(`${WORDS}${INNER}`, 'g'), what: BROKEN, mend: mendLink },
  {
    pattern: new RegExp(String.raw`!${WORDS}[ \t]{1,4}\(${FILE}[^()\n]{0,300}\)`, 'giu'),
    what: GAP,
    mend: mendLink,
    severity: 'error',
  },
  {
    pattern: new RegExp(
      String.raw`${WORDS}[ \t]{1,4}\((?:https?:|www\.|mailto:|\/|${FILE}|[ ]{4})[^()\n]{0,600}\)`,
      'giu',
    ),
    what: GAP,
    mend: mendLink,
  },
  {
    pattern: new RegExp(
      String.raw`!${WORDS}(?:\([^()\n]{1,600}$|[ \t]?${FILE})|${WORDS}\(${FILE}(?![^()\n]{0,600}\))`,
      'gimu',
    ),
    what: BROKEN,
    mend: (found) =>
      found.includes('](')
        ? closeLink(found)
        : closeLink(found.replace(/\](?=[^\]]*$)[ \t]?/, '](')),
    severity: 'error',
  },
  {
    pattern:
      /\[[^[\]\n]{1,400}\]\((?:[ ]{8,600}(?![ )])|(?:https?:|www\.|mailto:|\/)[^\s()]{1,600}(?![^\s(]))/g,
    what: BROKEN,
    mend: (found) => `${closeLink(found)}${found.slice(found.trimEnd().length)}`,
  },
  {
    pattern: /\[[^[\]\n]{1,400}\][{[（][ ]{8,600}[}\]）]/g,
    what: { en: 'a link with other brackets', ru: 'ссылка с другими скобками' },
    mend: mendLink,
  },
  {
    pattern: new RegExp(
      String.raw`!?\([^()[\]\n]{1,400}\)!?\[(?:[ ]{8,600}|(?:https?:\/)?\/[^\s[\]]{1,600}|${FILE})\]|!?\((?:[ ]{8,600}|(?:https?:\/)?\/[^\s()]{1,600}|${FILE})\)!?\[[^[\]\n]{1,400}\]|!\([^()[\]\n]{1,400}\)\([ ]{8,600}\)|\([^()[\]\n ][^()[\]\n]{0,400}\)\([ ]{8,600}\)`,
      'giu',
    ),
    what: TURNED,
    mend: turnLink,
  },
  {
    pattern:
      /(?<!\[)\[(?:[^[\]|\n]{1,300}\|[ ]{8,600}|[ ]{8,600}\|?[^[\]|\n\s][^[\]|\n]{0,300})\](?![\](])|<[ ]{8,600}\|[^<>|\n]{1,300}>/g,
    what: FOREIGN,
    mend: turnLink,
  },
  {
    pattern: /!?\[\[[^[\]\n]{1,300}\]\]/g,
    what: FOREIGN,
    mend: mendWiki,
  },
  {
    pattern:
      /\{[ ]?(?=[.#:]|[a-z][\w-]{0,40}=)(?:[.#:]?[a-z][\w-]{0,60}(?:=(?:"[^"{}\n]{0,100}"|'[^'{}\n]{0,100}'|[^\s{}"']{1,100}))?[ ]{0,4}){1,9}\}/gi,
    what: FOREIGN,
    mend: nothing,
  },
  {
    pattern:
      /\[(b|i|s|u|strong|em|img|url|quote|color|size|center)(?:[= ][^[\]\n]{0,300})?\][^[\]\n]{1,300}\[\/\1\]/gi,
    what: FOREIGN,
    mend: mendTags,
  },
  {
    pattern:
      /\{\{[^{}\n]{0,300}\}\}|\{%[^{}\n]{0,300}%\}|\{[.#][a-z][\w-]{0,60}\}|\{:[^{}\n]{1,100}\}|^[ \t]{0,3}:{3,9}[^:\n]{0,100}$|\[!(?:note|tip|important|warning|caution)\]|(?<![\w:/]):[a-z][a-z\d]{1,30}(?:_[a-z\d]{1,30}){0,5}:(?![\w:/])/gim,
    what: FOREIGN,
    mend: nothing,
  },
  {
    pattern:
      // Editors put words in brackets too, “[more troops]”: without a value or an end a command stands alone on its line.
      /\[\/[a-z][\w-]{0,30}\]|\[(?:url|img|quote|color|size|youtube|video|audio|gallery|caption|embed)=[^[\]\n]{1,300}\]|^[ \t]{0,3}\[(?:youtube|video|audio|gallery|caption|embed|more|toc)(?:[ ][^[\]\n]{0,300})?\][ \t]{0,3}$|\[[a-z][\w-]{1,30}[ ][\w-]{1,30}=[^[\]\n]{1,300}\]/gim,
    what: FOREIGN,
    mend: nothing,
  },
  {
    pattern: /^(?:h[1-6]|bq)\.(?= )/gm,
    what: FOREIGN,
    // The first level is the article’s title.
    mend: (found) => (found === 'bq.' ? '>' : '#'.repeat(Math.max(2, Number(found[1])))),
  },
  {
    pattern: /^={2,6}[^=\n]{1,200}={2,6}$/gm,
    what: FOREIGN,
    mend: (found) => `## ${found.replaceAll('=', '').trim()}`,
  },
  {
    pattern:
      /(?<![\p{L}\p{N}=])==(?=[^\s=])[^=\n]{1,300}==(?!=)|\|\|[^|\n]{1,300}\|\||\${2}[^$\n]{1,300}\${2}/gu,
    what: FOREIGN,
    mend: within,
  },
  {
    pattern: /(?<=\p{L})~[\d+−-]{1,4}~(?!\d)|(?<=[\p{L}\p{N})])\^[\d+−-]{1,4}\^/gu,
    what: {
      en: 'a lowered or raised text of another system',
      ru: 'нижний или верхний индекс другой системы',
    },
    mend: (found) => {
      const tag = found.startsWith('~') ? 'sub' : 'sup';
      return `<${tag}>${found.slice(1, -1)}</${tag}>`;
    },
  },
  {
    pattern: /\^\[[^[\]\n]{1,400}\]/g,
    what: { en: 'a note of another system', ru: 'сноска другой системы' },
    mend: (found) => ` (${found.slice(2, -1).trim()})`,
  },
  { pattern: /'{3}[^'\n]{1,300}'{3}/g, what: FOREIGN, mend: (found) => `**${within(found)}**` },
  {
    pattern: /^#{2,6}(?=[^\s#])[^\n]{1,300}/gm,
    what: HEADING,
    mend: (found) => found.replace(/^#+/, '$& '),
  },
  ...EMPHASIS_PAIRS,
  {
    pattern: /(?<=\p{L})`(?=\p{L})/gu,
    what: { en: 'an apostrophe', ru: 'апостроф' },
    mend: () => '’',
  },
  {
    pattern: /`{1,9}(?!`)(?:[^`\n ]| (?! )){0,200}/g,
    what: { en: 'code that nothing ends', ru: 'код, который ничем не закончен' },
    mend: (found) => `${found.trimEnd()}${/^`+/.exec(found)?.[0] ?? ''}`,
  },
  LONE_STARS,
  {
    pattern: /^[ \t]{0,3}\|[^\n]{1,400}\|[ \t]{0,9}$/gm,
    what: {
      en: 'a row of a table that has no line of hyphens below its head',
      ru: 'строка таблицы, у которой под шапкой нет строки из дефисов',
    },
    mend: (found) =>
      `${found.trim()}\n${'| --- '.repeat(Math.max(1, found.trim().split('|').length - 2))}|`,
  },
  {
    pattern: /^[ \t]{0,3}[•·▪◦●‣∙][ \t]{0,3}[^\n]{1,300}/gm,
    what: {
      en: 'a list whose dots were typed, so that its lines run together',
      ru: 'список с набранными точками, строки которого сольются',
    },
    mend: (found) => found.replace(/^\s*[•·▪◦●‣∙]\s*/, '- '),
  },
  {
    pattern: /\\(?=[—–«»„“”…№])/g,
    what: {
      en: 'a backslash before a mark that needs none',
      ru: 'обратная косая черта перед знаком, которому она не нужна',
    },
    mend: nothing,
  },
  {
    pattern: new RegExp(`</?(?:${TAGS})\\b`, 'gi'),
    what: { en: 'a piece of HTML', ru: 'обрывок HTML' },
    mend: (found) => `\\${found}`,
  },
];

/** Lines of a text that other systems read otherwise; a headline may be such a line. */
export const LEFTOVER_LINES: readonly Leftover[] = [
  {
    // One hashtag alone is a heading where a text stands below it; a word in capitals before others is a name.
    pattern:
      /(?:(?<!\S[ \t]*\n)^#(?=(?:\p{Lu}[\p{Ll}\p{M}’'-]{0,40}[ \t]+[^#\n]{1,100}|\p{Lu}{2,40}[ \t]+[^\p{Ll}#\n]{1,100})(?<![.,;:…\s])$(?!\n[ \t]*\S)|\p{Lu}[\p{Ll}\p{M}’'-]{0,40}$(?=\n[ \t]*\n[^]))|(?<![^])#(?=\p{Lu}[\p{Ll}\p{M}’'-]{0,40}\n*(?![^])))[^\n]{1,160}/gmu,
    what: HEADING,
    mend: (found) => `## ${found.slice(1)}`,
  },
  {
    pattern: /^[ \t]{0,3}\*\[[^[\]\n]{1,80}\]:[ \t]?[^\n]{1,300}/gm,
    what: FOREIGN,
    mend: (found) => found.trim().replace(/^\*\[([^\]]*)\]:[ \t]*/, '$1 — '),
  },
  {
    pattern: /^[^\n:]{0,79}[\p{L}\p{N})»”"]\n[ ]{0,3}:[ \t]{1,3}\S[^\n]{0,300}/gmu,
    what: DEFINITION,
    mend: (found) => found.replace(/\n[ ]*:[ \t]+/, ' — '),
  },
  {
    pattern: /^[ ]{0,3}:[ \t]{1,3}(?=\S)/gm,
    what: DEFINITION,
    mend: nothing,
  },
];
