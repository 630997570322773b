import { shorten } from '../characters/count.ts';
import { countInRussian } from '../explain/russian-number.ts';
import type { InBoth, Telling } from '@tamizdat/problem';
import { ODD_SPACE } from './parse-yaml.ts';
import { quoteValue } from './quote-value.ts';

/** One line as its writer most probably meant it, and what is told about it. */
export interface LineRepair {
  code: string;
  /** The line, mended. */
  line: string;
  /** The part that is wrong, as offsets in the line (UTF-16 code units). */
  start: number;
  end: number;
  message: string;
  why?: string;
  remedy: string;
  ru: Telling;
}

/** Gives a mended line where a line shows a habit; the caller tries whether that was the matter. */
export type LineRule = (line: string) => LineRepair | undefined;

/** A line in its parts: what stands before the value, and the value. */
interface Parts {
  before: string;
  value: string;
}

/** A field’s name. */
export const KEY = String.raw`(?:[\p{L}_][\p{L}\p{N}_-]*|"[^"]*")`;
/** Indentation and the dashes of lists. */
export const LEAD = String.raw` *(?:- +)*`;
const FIELD = new RegExp(`^(${LEAD}${KEY} *: +)(.*?) *$`, 'u');
const ITEM = /^( *(?:- +)+)(.*?) *$/;

function partsOf(line: string): Parts | undefined {
  const [, before, value] = FIELD.exec(line) ?? ITEM.exec(line) ?? [];
  return before === undefined || value === undefined || value === ''
    ? undefined
    : { before, value };
}

/** The repair of a line's value. */
function mendValue(
  { before, value }: Parts,
  mended: string,
  rest: Pick<LineRepair, 'code' | 'message' | 'why' | 'remedy' | 'ru'>,
): LineRepair {
  const start = before.length;
  return { ...rest, line: before + mended, start, end: start + value.length };
}

const TAB_WORDS = {
  code: 'yaml-tab-as-indent',
  message: 'This line is indented with a tab; YAML allows spaces only.',
  remedy: 'Replace the tab by two spaces.',
  ru: {
    message: 'В начале строки стоит знак табуляции; в YAML отступы делают только пробелами.',
    remedy: 'Замените табуляцию двумя пробелами.',
  },
};

const TAB: LineRule = (line) => {
  const [indent = ''] = /^[ \t]*/.exec(line) ?? [];
  if (!indent.includes('\t')) return undefined;
  const mended = indent.replaceAll('\t', '  ') + line.slice(indent.length);
  return { ...TAB_WORDS, line: mended, start: 0, end: indent.length };
};

const ODD_PLACE = new RegExp(`^(${LEAD}(?:(?:${KEY} *:|-) *)?)(${ODD_SPACE}+)`, 'u');

const ODD: LineRule = (line) => {
  const [, before, odd] = ODD_PLACE.exec(line) ?? [];
  if (before === undefined || odd === undefined) return undefined;
  const rest = line.slice(before.length + odd.length);
  const indents = before.trim() === '';
  return {
    code: 'yaml-odd-space',
    line: before + (indents ? ' '.repeat(odd.length) : ' ') + rest,
    start: before.length,
    end: before.length + odd.length,
    message: `${nameOf(odd).en} stands here, which looks like a space but is none to YAML.`,
    why: 'Such spaces come along when text is copied from a word processor or a web page.',
    remedy: `Delete it and type ${indents ? 'ordinary spaces' : 'an ordinary space'}.`,
    ru: {
      message: `Здесь стоит ${nameOf(odd).ru}: он похож на пробел, но для YAML это не пробел.`,
      why: 'Такие пробелы приходят вместе с текстом, скопированным из редактора или со страницы сайта.',
      remedy: `Удалите его и наберите ${indents ? 'обычные пробелы' : 'обычный пробел'}.`,
    },
  };
};

function nameOf(odd: string): InBoth {
  const code = odd.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return odd.startsWith('\u00A0')
    ? { en: 'A no-break space', ru: 'неразрывный пробел' }
    : { en: `A special space (U+${code})`, ru: `особый пробел (U+${code})` };
}

const WIDE_COLON: LineRule = (line) => {
  const [, before, colon, rest = ''] =
    new RegExp(`^(${LEAD}${KEY})\\s*([\uFF1A\uFE55\uFE13\u2236])\\s*(.*)$`, 'u').exec(line) ?? [];
  if (before === undefined || colon === undefined) return undefined;
  const start = line.indexOf(colon, before.length);
  return {
    code: 'yaml-wide-colon',
    line: `${before}: ${rest}`,
    start,
    end: start + colon.length,
    message: `“${colon}” is not the colon that YAML knows.`,
    remedy: 'Type an ordinary colon and a space after it.',
    ru: {
      message: `«${colon}» — не то двоеточие, которое знает YAML.`,
      remedy: 'Наберите обычное двоеточие и пробел после него.',
    },
  };
};

const NO_SPACE: LineRule = (line) => {
  const [, before, rest] = new RegExp(`^(${LEAD}${KEY}):([^\\s:/].*)$`, 'u').exec(line) ?? [];
  if (before === undefined || rest === undefined) return undefined;
  return {
    code: 'yaml-space-missing',
    line: `${before}: ${rest}`,
    start: before.length,
    end: before.length + 1,
    message: 'There is no space after the colon.',
    why: 'Only a colon with a space after it ends a field’s name.',
    remedy: 'Type a space after the colon.',
    ru: {
      message: 'После двоеточия нет пробела.',
      why: 'Название поля кончается только двоеточием с пробелом после него.',
      remedy: 'Поставьте пробел после двоеточия.',
    },
  };
};

const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/;

const OPEN_QUOTE: LineRule = (line) => {
  const parts = partsOf(line);
  const quote = parts?.value.charAt(0) ?? '';
  if (parts === undefined || !/["']/.test(quote) || QUOTED.test(parts.value)) return undefined;
  const { start, ...repair } = mendValue(parts, parts.value + quote, {
    code: 'yaml-quote-not-closed',
    message: `The quotation mark ${quote} that opens this value is never closed.`,
    remedy: `Type ${quote} at the end of the value.`,
    ru: {
      message: `Кавычка ${quote} открывает значение, но нигде не закрыта.`,
      remedy: `Поставьте ${quote} в конце значения.`,
    },
  });
  return { ...repair, start, end: start + 1 };
};

const QUOTE_INSIDE: LineRule = (line) => {
  const parts = partsOf(line);
  const [quoted = ''] = QUOTED.exec(parts?.value ?? '') ?? [];
  if (parts === undefined || quoted === '' || /^ *(?:#|$)/.test(parts.value.slice(quoted.length))) {
    return undefined;
  }
  const quote = quoted.charAt(0);
  return mendValue(parts, quoteValue(parts.value), {
    code: 'yaml-quote-inside',
    message: `The value begins with ${quote}, so the next ${quote} ends it, and text follows.`,
    remedy: 'Put the whole value in quotation marks of the other kind.',
    ru: {
      message: `Значение начинается с ${quote}, поэтому следующая ${quote} его закрывает, а дальше идёт ещё текст.`,
      remedy: 'Возьмите всё значение в кавычки другого вида.',
    },
  });
};

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

const openBrackets = (value: string): number =>
  (value.match(/[[{]/g) ?? []).length - (value.match(/[\]}]/g) ?? []).length;

const OPEN_BRACKET: LineRule = (line) => {
  const parts = partsOf(line);
  const opening = parts?.value.charAt(0) ?? '';
  const closing = CLOSING[opening];
  if (parts === undefined || closing === undefined || openBrackets(parts.value) !== 1) {
    return undefined;
  }
  const space = opening === '{' ? ' ' : '';
  const { start, ...repair } = mendValue(parts, parts.value + space + closing, {
    code: 'yaml-bracket-not-closed',
    message: `The bracket ${opening} that opens this list or group is never closed.`,
    remedy: `Type ${closing} at its end.`,
    ru: {
      message: `Скобка ${opening} открывает список или группу, но нигде не закрыта.`,
      remedy: `Поставьте ${closing} в конце.`,
    },
  });
  return { ...repair, start, end: start + 1 };
};

const SIGN: LineRule = (line) => {
  const parts = partsOf(line);
  const sign = parts?.value.charAt(0) ?? '';
  if (parts === undefined || !/[@`%*&!|>?,[\]{}:-]/.test(sign)) return undefined;
  return mendValue(parts, quoteValue(parts.value), {
    code: 'yaml-sign-at-start',
    message: `The value begins with “${sign}”, which means something else in YAML.`,
    remedy: 'Put the whole value in quotation marks.',
    ru: {
      message: `Значение начинается с «${sign}», а этот знак в YAML значит другое.`,
      remedy: 'Возьмите всё значение в прямые кавычки.',
    },
  });
};

const COLON: LineRule = (line) => {
  const parts = partsOf(line);
  if (parts === undefined || !/:(?: |$)/.test(parts.value)) return undefined;
  const curly = /^[“„«”‘’]/.test(parts.value) ? ' Straight ones: curly ones are text to YAML.' : '';
  return mendValue(parts, quoteValue(parts.value), {
    code: 'yaml-colon-in-value',
    message: 'There is a second colon in this value, so YAML takes it for a field of its own.',
    remedy: `Put the whole value in quotation marks.${curly}`,
    ru: {
      message: 'В значении есть второе двоеточие, и YAML принимает начало за название поля.',
      remedy: `Возьмите всё значение в кавычки.${curly === '' ? '' : ' Прямые: кавычки «ёлочки» и “лапки” для YAML — просто текст.'}`,
    },
  });
};

/** What is tried on a line, in this order. */
export const LINE_RULES: readonly LineRule[] = [
  TAB,
  ODD,
  WIDE_COLON,
  NO_SPACE,
  OPEN_QUOTE,
  QUOTE_INSIDE,
  OPEN_BRACKET,
  SIGN,
  COLON,
];

/** The line with the indentation of a line above it; nothing where it has that already. */
export function indentLike(line: string, above: string): LineRepair | undefined {
  const [own = '', wanted = ''] = [line, above].map((text) => /^[ \t]*/.exec(text)?.[0] ?? '');
  if (own === wanted || wanted.includes('\t')) return undefined;
  const mended = { line: wanted + line.trimStart(), start: 0, end: Math.max(own.length, 1) };
  if (own.includes('\t')) return { ...TAB_WORDS, ...mended };
  return {
    code: 'yaml-indent',
    ...mended,
    message: `This line begins with ${spaces(own.length)}, so YAML takes it for a part of the line above.`,
    why: 'Fields of one group begin with the same number of spaces.',
    remedy: `Let it begin with ${spaces(wanted.length)}, like “${shorten(above.trim(), 60)}”.`,
    ru: {
      message: `Строка начинается ${spacesInRussian(own.length)}, и YAML принимает её за часть строки выше.`,
      why: 'Поля одной группы начинаются с одинакового числа пробелов.',
      remedy: `Пусть она начинается ${spacesInRussian(wanted.length)}, как «${shorten(above.trim(), 60)}».`,
    },
  };
}

/** After “начинается”. */
const spacesInRussian = (count: number): string =>
  count === 0 ? 'без пробелов' : `с ${countInRussian(count, ['пробела', 'пробелов', 'пробелов'])}`;

const spaces = (count: number): string =>
  count === 0 ? 'no space' : count === 1 ? 'one space' : `${count} spaces`;
