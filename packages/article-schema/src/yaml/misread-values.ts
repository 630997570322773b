import { isMap, isNode, isScalar, isSeq, visit, type Document, type Scalar } from 'yaml';
import { shorten } from '../characters/count.ts';
import { countInRussian } from '../explain/russian-number.ts';
import type { InBoth } from '@tamizdat/problem';
import { repairDiagnosis, type Diagnosis } from './diagnose-yaml.ts';
import { dashSpace } from './list-repairs.ts';
import { quoteValue } from './quote-value.ts';

/** Values that YAML reads as something else than what stands there, without calling it an error. */
export function findMisread(document: Document, text: string): Diagnosis[] {
  const found: Diagnosis[] = [];
  const hasComments = text.includes(' #');
  const hasDashes = / -[^\s-]/.test(text);
  visit(document, {
    Map: (_, map, path) => {
      if (!isMap(map)) return;
      const keys = map.items.map(({ key }) => key);
      found.push(...repeatedFields(keys, text, isSeq(path.at(-1))));
    },
    Pair: (_, { key, value }) => {
      if (!isScalar(value) || !isNode(key) || !key.range) return;
      found.push(...emptied(value, key.range[1], text));
    },
    Scalar: (where, value) => {
      if (hasDashes) found.push(...dashesWithoutSpace(value, text));
      if (hasComments && where !== 'key') found.push(...cutShort(value, text));
    },
  });
  return found;
}

/** A field that stands twice in one group: the second would silently win. */
function repeatedFields(keys: readonly unknown[], text: string, inList: boolean): Diagnosis[] {
  const seen = new Map<unknown, number>();
  let line = 0;
  let counted = 0;
  return keys.flatMap((key) => {
    if (!isScalar(key)) return [];
    const entry = inList && isScalar(keys[0]) && keys[0].value === key.value;
    const [start, end] = key.range ?? [0, 0];
    line += text.slice(counted, start).split('\n').length - 1;
    counted = start;
    const first = seen.get(key.value);
    if (first === undefined) seen.set(key.value, line);
    if (first === undefined) return [];
    const above = linesAbove(line - first);
    const name = shorten(String(key.value));
    return [
      {
        start,
        end,
        finding: {
          code: 'yaml-duplicate-key',
          path: [],
          message: `The field “${name}” stands here twice: also ${above.en}.`,
          remedy: entry
            ? 'Begin the second like the first, with “- ”, if it is a new entry of the list; else keep one of the two.'
            : 'Keep one of the two lines.',
          ru: {
            message: `Поле «${name}» встречается здесь дважды: ещё и ${above.ru}.`,
            remedy: entry
              ? 'Если это новая запись списка, начните вторую, как первую, с «- »; иначе оставьте что-то одно.'
              : 'Оставьте одну из двух строк.',
          },
        },
      },
    ];
  });
}

function linesAbove(count: number): InBoth {
  if (count === 0) return { en: 'on the same line', ru: 'в этой же строке' };
  if (count === 1) return { en: 'on the line above', ru: 'строкой выше' };
  return {
    en: `${count} lines above`,
    ru: `на ${countInRussian(count, ['строку', 'строки', 'строк'])} выше`,
  };
}

const lineAt = (text: string, offset: number): { line: string; start: number; end: number } => {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const end = next === -1 ? text.length : next;
  return { line: text.slice(start, end), start, end };
};

/** Entries of a list whose dashes lack the space: YAML takes them for one text, or for names of fields. */
function dashesWithoutSpace({ type, value, range }: Scalar, text: string): Diagnosis[] {
  if (type !== 'PLAIN' || !range || !/^-[^\s-]/.test(String(value))) return [];
  const { start } = lineAt(text, range[0]);
  const indent = text.slice(start, range[0]);
  if (typeof value !== 'string' || indent === '' || indent.trim() !== '') return [];
  const { end } = lineAt(text, range[1]);
  let offset = start;
  return text
    .slice(start, end)
    .split('\n')
    .flatMap((line) => {
      const repair = dashSpace(line);
      const at = offset;
      offset += line.length + 1;
      return repair === undefined ? [] : [repairDiagnosis(repair, at)];
    });
}

const NOTHING: readonly unknown[] = ['null', 'Null', 'NULL', '~'];

/** A value of which nothing is left: all of it is a comment, or a word that means nothing. */
function emptied(value: Scalar, after: number, text: string): Diagnosis[] {
  if (value.value !== null) return [];
  const { line, start, end } = lineAt(text, after);
  const rest = text.slice(after, end);
  const [, colon, comment] = /^( *:[ \t]+)(#.*?) *$/.exec(rest) ?? [];
  if (value.source === '' && colon !== undefined && comment !== undefined) {
    return [
      {
        start: after + colon.length,
        end,
        finding: {
          code: 'yaml-value-is-comment',
          path: [],
          message:
            'The value begins with “#”, which begins a comment in YAML: nothing is left of it.',
          remedy: 'Put the whole value in quotation marks.',
          ru: {
            message:
              'Значение начинается с «#», а с этого знака в YAML начинается примечание: от значения ничего не осталось.',
            remedy: 'Возьмите всё значение в прямые кавычки.',
          },
          example: `${line.slice(0, after - start + colon.length)}${quoteValue(comment)}`,
        },
      },
    ];
  }
  if (!NOTHING.includes(value.source) || !value.range) return [];
  const [from, to] = value.range;
  return [
    {
      start: from,
      end: to,
      finding: {
        code: 'yaml-null-word',
        path: [],
        message: `“${value.source ?? ''}” means “no value” in YAML.`,
        remedy: 'Put it in quotation marks if it is text, else leave the line out.',
        ru: {
          message: `«${value.source ?? ''}» в YAML значит «пусто».`,
          remedy: 'Если это текст, возьмите его в прямые кавычки, иначе уберите строку.',
        },
        example: `${text.slice(start, from)}"${value.source ?? ''}"`,
      },
    },
  ];
}

/** A text that goes on after “ #”: YAML drops what follows. A comment after a single word is left alone. */
function cutShort({ type, value, range }: Scalar, text: string): Diagnosis[] {
  if (type !== 'PLAIN' || typeof value !== 'string' || !range) return [];
  const { start, end } = lineAt(text, range[1]);
  const [, comment] = /^ +(#.*?) *$/.exec(text.slice(range[1], end)) ?? [];
  if (comment === undefined || !(/^#\S/.test(comment) || /^\P{L}*\p{L}.* /su.test(value)))
    return [];
  const sameLine = range[0] >= start;
  const whole = text.slice(Math.max(range[0], start), end).trimEnd();
  return [
    {
      start: end - text.slice(range[1], end).trimStart().length,
      end,
      finding: {
        code: 'yaml-comment-after-value',
        severity: 'warning',
        path: [],
        message: `YAML takes “${shorten(comment)}” for a comment: it will not be printed.`,
        remedy: 'Put the whole value in quotation marks if it belongs to the text.',
        ru: {
          message: `YAML принимает «${shorten(comment)}» за примечание: читатели этого не увидят.`,
          remedy: 'Если это часть текста, возьмите всё значение в прямые кавычки.',
        },
        ...(sameLine
          ? { example: `${text.slice(start, range[0])}${quoteValue(shorten(whole, 200))}` }
          : {}),
      },
    },
  ];
}
