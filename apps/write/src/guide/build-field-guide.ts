import type { Outlet } from '@tamizdat/article-schema';
import { buildConfig } from '../config/build-config.ts';
import type { DecapField } from '../config/decap.ts';
import type { RoomLanguage } from '../words/room-words.ts';

const HEADS: Readonly<
  Record<RoomLanguage, { title: string; intro: string; columns: string[]; yes: string }>
> = {
  en: {
    title: 'Fields of an article',
    intro:
      'In the order of the writing room’s form. The second column is the field’s name in the file, for those who write `index.md` by hand; [article-fields.md](../article-fields.md) has types, limits and examples. `npm run guides` in `apps/write` makes this page from the schema.',
    columns: ['field', 'in the file', 'needed', 'what for'],
    yes: 'yes',
  },
  ru: {
    title: 'Поля статьи',
    intro:
      'По порядку формы в писательской. Во втором столбце — имя поля в файле, для тех, кто пишет `index.md` сам; типы, пределы и примеры — в [article-fields.md](../article-fields.md). Эту страницу делает из схемы `npm run guides` в `apps/write`.',
    columns: ['поле', 'в файле', 'нужно', 'зачем'],
    yes: 'да',
  },
};

/** The one-page guide of an article’s fields, as Markdown, from the forms of the room. */
export function buildFieldGuide(outlet: Outlet, language: RoomLanguage): string {
  const { title, intro, columns, yes } = HEADS[language];
  const { collections } = buildConfig(outlet, undefined, language);
  const fields = collections[0]?.fields.filter(({ widget }) => widget !== 'hidden') ?? [];
  const rows = fields.flatMap((field) => rowsOf(field, '', yes));
  const lines = [
    `| ${columns.join(' | ')} |`,
    `| ${columns.map(() => '---').join(' | ')} |`,
    ...rows,
  ];
  return `# ${title}\n\n${intro}\n\n${lines.join('\n')}\n`;
}

function rowsOf(
  { name, label, required, hint = '', fields = [] }: DecapField,
  prefix: string,
  yes: string,
): string[] {
  const path = `${prefix}${name}`;
  const shown = prefix === '' ? `**${label}**` : `– ${label}`;
  const cells = [shown, `\`${path}\``, required ? yes : '', hint];
  const row = `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('<', '&lt;')).join(' | ')} |`;
  return [row, ...fields.flatMap((field) => rowsOf(field, `${path}.`, yes))];
}
