import { parseArticle, type Outlet } from '@tamizdat/article-schema';
import { tellIn } from '@tamizdat/problem';
import type { RoomLanguage } from '../words/room-words.ts';
import { MISTAKES, PLACE, WELL, type Mistake } from './spoiled-articles.ts';

const HEADS: Readonly<Record<RoomLanguage, { title: string; intro: string; line: string }>> = {
  en: {
    title: 'The ten messages that writers meet most',
    intro:
      'Each as the check tells it, at its line, and what is behind it. What the code is called never changes, so that you can search for it. `npm run guides` in `apps/write` makes this page: the messages are real.',
    line: 'line',
  },
  ru: {
    title: 'Десять сообщений, которые авторы видят чаще всего',
    intro:
      'Каждое — как его говорит проверка, со строкой, и что за ним стоит. Имя сообщения не меняется, по нему можно искать. Эту страницу делает `npm run guides` в `apps/write`: сообщения настоящие.',
    line: 'строка',
  },
};

/** The guide of the most frequent messages, as Markdown: each is what the check says of an article with that mistake. */
export function buildMessageGuide(outlet: Outlet, language: RoomLanguage): string {
  const { title, intro } = HEADS[language];
  const parts = MISTAKES.map((mistake, at) => messagePart(mistake, at + 1, outlet, language));
  return `# ${title}\n\n${intro}\n\n${parts.join('\n\n')}\n`;
}

function messagePart(
  { spoil: [right, wrong], said }: Mistake,
  number: number,
  outlet: Outlet,
  language: RoomLanguage,
): string {
  if (!WELL.includes(right)) throw new Error(`The sample article has no “${right}”.`);
  const [first] = parseArticle(WELL.replace(right, wrong), { path: PLACE, outlet }).problems;
  if (first === undefined) throw new Error(`Nothing is said of “${wrong}”.`);
  const { code, line, message, why, remedy, example } = tellIn(language, first);
  const told = [`**${message}**`, remedy, ...(why === undefined ? [] : [why])].join(' ');
  const lines = [
    `## ${number}. \`${code}\``,
    `> ${HEADS[language].line} ${line}: ${told}`,
    said[language],
  ];
  if (example !== undefined) lines.push(`\`\`\`yaml\n${example}\n\`\`\``);
  return lines.join('\n\n');
}
