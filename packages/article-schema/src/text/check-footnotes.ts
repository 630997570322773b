import type { BodyFacts } from '@tamizdat/body';
import { shorten } from '../characters/count.ts';
import { didYouMean } from '../explain/nearest.ts';
import { SlugSchema } from '../schema/primitives.ts';
import type { Source } from '../schema/article.ts';
import type { TextNote } from './text-notes.ts';

/** A name in words may be a source's; what people number, as “[^1]”, gets its text. */
const footnoteExample = (id: string, title: string): string =>
  SlugSchema.safeParse(id).success && !/^\d+$/.test(id)
    ? `sources:\n  - id: ${shorten(id)}\n    title: ${title}`
    : `[^${shorten(id)}]: ${title}`;

/** Every footnote resolves, to a source or to a definition in the text, and to one of them only. */
export function checkFootnotes(facts: BodyFacts, sources: readonly Source[]): TextNote[] {
  const sourceIds = new Set(sources.map(({ id }) => id));
  const defined = new Set(facts.footnoteDefinitions.map(({ id }) => id.toLowerCase()));
  const known = [...sourceIds, ...defined];
  const unresolved = facts.footnoteReferences.filter(
    ({ id }) => !sourceIds.has(id) && !defined.has(id.toLowerCase()),
  );
  const used = new Set(facts.footnoteReferences.map(({ id }) => id.toLowerCase()));
  const unused = facts.footnoteDefinitions.filter(({ id }) => !used.has(id.toLowerCase()));
  const seen = new Set<string>();
  const again = facts.footnoteDefinitions.filter(({ id }) => {
    const name = id.toLowerCase();
    return seen.has(name) || !seen.add(name);
  });
  const twice = facts.footnoteDefinitions.filter(({ id }) => sourceIds.has(id));
  return [
    ...unresolved.map(({ id, at }): TextNote => ({
      code: 'text-footnote-unresolved',
      at,
      found: shorten(id),
      message: `The footnote “${shorten(id)}” has no source and no text.`,
      remedy: `${didYouMean(id, known).en}Add a source with this id to “sources”, or its text as “[^${shorten(id)}]: …”.`,
      ru: {
        message: `У сноски «${shorten(id)}» нет ни источника, ни текста.`,
        remedy: `${didYouMean(id, known).ru}Добавьте источник с этим именем в «sources» или её текст: «[^${shorten(id)}]: …».`,
        example: footnoteExample(id, 'Годовой отчёт энергосетей'),
      },
      example: footnoteExample(id, 'Annual report of the grid operator'),
    })),
    ...again.map(({ id, at }): TextNote => ({
      code: 'text-footnote-repeated',
      at,
      found: shorten(id),
      message: `The footnote “${shorten(id)}” already has a text further up.`,
      why: 'Only the first of them would be printed.',
      remedy: 'Give this one another name, or put both texts into one.',
      ru: {
        message: `У сноски «${shorten(id)}» уже есть текст выше.`,
        why: 'Напечатан был бы только первый.',
        remedy: 'Дайте этой сноске другое имя или соедините оба текста.',
      },
    })),
    ...unused.map(({ id, at }): TextNote => ({
      code: 'text-footnote-unused',
      severity: 'warning',
      at,
      found: shorten(id),
      message: `Nothing in the text leads to the footnote “${shorten(id)}”.`,
      why: 'It is printed among the notes, and no reader learns what it belongs to.',
      remedy: `Put “[^${shorten(id)}]” behind the words that it is for, or remove it.`,
      ru: {
        message: `Ничто в тексте не ведёт к сноске «${shorten(id)}».`,
        why: 'Её напечатают среди сносок, и никто не узнает, к чему она.',
        remedy: `Поставьте «[^${shorten(id)}]» после слов, к которым она относится, или уберите её.`,
        example: `Так говорится в отчёте.[^${shorten(id)}]`,
      },
      example: `So the report says.[^${shorten(id)}]`,
    })),
    ...twice.map(({ id, at }): TextNote => ({
      code: 'text-footnote-twice',
      at,
      found: shorten(id),
      message: `The footnote “${shorten(id)}” has both a source and a text.`,
      remedy: 'Keep one of them, or give the footnote another name.',
      ru: {
        message: `У сноски «${shorten(id)}» есть и источник, и текст.`,
        remedy: 'Оставьте что-то одно или дайте сноске другое имя.',
      },
    })),
  ];
}
