import { isInGroup } from './group-fields.ts';
import { KEY, LEAD, type LineRepair, type LineRule } from './line-repairs.ts';

const DASHED = /^( *)-([^\s-].*)$/;

/** A list’s dash without the space that makes it one. */
export const dashSpace: LineRule = (line) => {
  const [, indent, rest] = DASHED.exec(line) ?? [];
  if (indent === undefined || rest === undefined) return undefined;
  return {
    code: 'yaml-dash-space',
    line: `${indent}- ${rest}`,
    start: indent.length,
    end: indent.length + 1,
    message: 'There is no space after the dash.',
    why: 'Only a dash with a space after it begins an entry of a list.',
    remedy: 'Type a space after the dash.',
    ru: {
      message: 'После дефиса нет пробела.',
      why: 'Запись списка начинается только с дефиса с пробелом после него.',
      remedy: 'Поставьте пробел после дефиса.',
    },
  };
};

const WRONG_COLON = new RegExp(`^(${LEAD}${KEY}) *([=;]) *(.*)$`, 'u');

/** A field’s name with another sign after it than a colon. */
export const wrongColon: LineRule = (line) => {
  const [, before, sign, rest] = WRONG_COLON.exec(line) ?? [];
  if (before === undefined || sign === undefined || rest === undefined) return undefined;
  const start = line.indexOf(sign, before.length);
  return {
    code: 'yaml-colon-missing',
    line: `${before}: ${rest}`,
    start,
    end: start + 1,
    message: `“${sign}” stands after the field’s name, where a colon belongs.`,
    remedy: 'Type a colon and a space after the name.',
    ru: {
      message: `После названия поля стоит «${sign}», а нужно двоеточие.`,
      remedy: 'Поставьте после названия двоеточие и пробел.',
    },
  };
};

const NESTED = new RegExp(`^(${LEAD})(${KEY}): +((${KEY}):(?: .*|$))`, 'u');

/** A group whose first field stands on the line of the group’s name. */
export const groupOnLine: LineRule = (line) => {
  const [, lead, group, rest, field] = NESTED.exec(line) ?? [];
  if (lead === undefined || group === undefined || rest === undefined) return undefined;
  if (!isInGroup(group, field ?? '')) return undefined;
  const start = line.indexOf(rest, lead.length + group.length);
  return {
    code: 'yaml-group-on-line',
    line: `${lead}${group}:\n${' '.repeat(lead.length + 2)}${rest}`,
    start,
    end: line.length,
    message: `“${group}” is a group of fields, but the first of them stands on the same line.`,
    remedy: `Put “${field ?? ''}” on a line of its own, two spaces further in than “${group}”, and the other fields below it.`,
    ru: {
      message: `«${group}» — группа полей, а первое из них стоит на той же строке.`,
      remedy: `Перенесите «${field ?? ''}» на отдельную строку, на два пробела правее, чем «${group}», и остальные поля ниже.`,
    },
  };
};

const ITEM = new RegExp(`^( *- +)(${KEY}):`, 'u');
const INDENTED = new RegExp(`^( +)(${KEY}):(?: |$)`, 'u');

/** A field that begins an entry like the one above, without the dash. */
export function dashMissing(line: string, above: readonly string[]): LineRepair | undefined {
  const [, indent, name] = INDENTED.exec(line) ?? [];
  const [, dash, first] = ITEM.exec(above.findLast((other) => ITEM.test(other)) ?? '') ?? [];
  if (indent === undefined || dash === undefined || name !== first) return undefined;
  return {
    code: 'yaml-dash-missing',
    line: dash + line.slice(indent.length),
    start: 0,
    end: indent.length,
    message: `The dash before “${name ?? ''}” is missing: it begins an entry of the list, like the one above.`,
    remedy: 'Begin the line like the first line of the entry above.',
    ru: {
      message: `Перед «${name ?? ''}» нет дефиса: здесь начинается запись списка, как и выше.`,
      remedy: 'Начните строку так же, как первую строку записи выше.',
    },
  };
}
