import type { Plan, Reason, Tally } from '@tamizdat/import';
import { printable } from '../check/printable.ts';
import { language, say } from '../language/say.ts';

/** Why something is not taken, in words. */
const REASONS: Readonly<Record<Reason, { en: string; ru: string }>> = {
  draft: { en: 'drafts', ru: 'черновики' },
  private: { en: 'private', ru: 'закрытые' },
  password: { en: 'behind a password', ru: 'под паролем' },
  trashed: { en: 'in the bin', ru: 'в корзине' },
  scheduled: { en: 'scheduled for later', ru: 'назначенные на потом' },
  expired: { en: 'shown until a day that is past', ru: 'со сроком показа, который вышел' },
  'members-only': { en: 'for members alone', ru: 'только для подписчиков' },
  'not-an-article': { en: 'no articles (pages, menus)', ru: 'не статьи (страницы, меню)' },
  malformed: { en: 'cannot be read', ru: 'не прочесть' },
  'too-long': { en: 'too long', ru: 'слишком длинные' },
  'no-title': { en: 'without a headline', ru: 'без заголовка' },
  'no-date': { en: 'without a date', ru: 'без даты' },
  'no-text': { en: 'without a text', ru: 'без текста' },
  'no-key': { en: 'without an id', ru: 'без номера' },
  'key-twice': { en: 'with an id that another has', ru: 'с номером, который уже есть' },
  'language-unknown': {
    en: 'in a language that the map does not name',
    ru: 'на языке, которого нет в map.yaml',
  },
  check: { en: 'refused by the check', ru: 'не прошли проверку' },
};

/** What was left out, by reason, with examples; what was dropped and what was changed, by kind. */
export function describeTally(tally: Tally): string[] {
  const left = tally
    .reasons()
    .flatMap(({ reason, count, examples }) => [
      `  ${count}  ${say(REASONS[reason])}`,
      ...examples.map(({ key, title, detail }) =>
        printable(`       ${[key, title, detail].filter(Boolean).join(' · ').slice(0, 160)}`),
      ),
    ]);
  const kinds = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, 15)
      .map(([what, number]) => printable(`  ${number}  ${what}`));
  const dropped = kinds(tally.dropped);
  const converted = kinds(tally.converted);
  const notRun = [...tally.notRun]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, 15)
    .map(([what, { count, places }]) =>
      printable(`  ${count}  ${what}  (${places[0]?.where ?? ''})`.slice(0, 160)),
    );
  return [
    ...(left.length > 0 ? [say({ en: 'Left out:', ru: 'Не взято:' }), ...left] : []),
    ...(dropped.length > 0 ? [say({ en: 'Dropped:', ru: 'Отброшено:' }), ...dropped] : []),
    ...(notRun.length > 0
      ? [say({ en: 'In the texts, never run:', ru: 'В текстах, не выполняется:' }), ...notRun]
      : []),
    ...(converted.length > 0 ? [say({ en: 'In the texts:', ru: 'В текстах:' }), ...converted] : []),
  ];
}

/** A plan for a terminal. */
export function describePlan({ map, tally, days }: Plan, file: string): string {
  const sections = map.sections.filter(({ as }) => as === 'section').length;
  const lines = [
    `${map.from}: ${say({ en: `articles: ${tally.articles}`, ru: `статей: ${tally.articles}` })}, ${days.join(' – ')}`,
    say({
      en: `Sections: ${sections}, tags: ${map.tags.length + map.sections.length - sections}, authors: ${map.authors.length}, languages: ${[map.language, ...map.languages].join(', ')}`,
      ru: `Разделов: ${sections}, тем: ${map.tags.length + map.sections.length - sections}, авторов: ${map.authors.length}, языки: ${[map.language, ...map.languages].join(', ')}`,
    }),
    ...describeTally(tally),
    say({
      en: `Written: ${file}. Edit it, then: tamizdat import run <export> --map ${file} --content <folder> --media <uploads>`,
      ru: `Записано: ${file}. Поправьте его, затем: tamizdat import run <выгрузка> --map ${file} --content <папка> --media <загрузки>`,
    }),
  ];
  return `${lines.join('\n')}\n`;
}

/** A plan for a machine. */
export function planJson({ map, tally, days }: Plan): string {
  const dropped = Object.fromEntries(tally.dropped);
  const whole = {
    language,
    articles: tally.articles,
    days,
    leftOut: tally.reasons(),
    dropped,
    notRun: Object.fromEntries(tally.notRun),
    map,
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}
