import type { ParsedArgs } from 'citty';
import { say } from '../language/say.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { STATE } from '../repository/folders.ts';
import { EXTRA_IDS_MAX } from './limits.ts';

/** What `tamizdat newsletter` takes. */
export const args = {
  name: {
    type: 'positional',
    description: say({ en: 'Id of the newsletter', ru: 'Id рассылки' }),
    required: true,
  },
  issue: {
    type: 'string',
    description: say({
      en: 'Issue, such as 2026-w47, 2026-11 or 2026-11-22; where none is named, the newest whose days are over',
      ru: 'Выпуск, например 2026-w47, 2026-11 или 2026-11-22; если не указан, новейший из тех, чьи дни прошли',
    }),
    valueHint: 'id',
  },
  week: {
    type: 'string',
    description: say({ en: 'The same as --issue', ru: 'То же, что --issue' }),
    valueHint: 'id',
  },
  now: {
    type: 'boolean',
    description: say({
      en: 'An extra letter for a shutdown, whole articles, at once: the newest, or those of --ids',
      ru: 'Внеочередное письмо на время отключения, статьи целиком: последние или названные в --ids',
    }),
    default: false,
  },
  ids: {
    type: 'string',
    description: say({
      en: `Ids of the articles for --now, with commas between them, at most ${EXTRA_IDS_MAX}`,
      ru: `Id статей для --now через запятую, не больше ${EXTRA_IDS_MAX}`,
    }),
    valueHint: 'id,id',
  },
  why: {
    type: 'string',
    description: say({
      en: 'What the extra letter says of itself, or a file with it (default: the outlet’s word letter.extra)',
      ru: 'Что внеочередное письмо говорит о себе, или файл с этим текстом (без него — слово издания letter.extra)',
    }),
    valueHint: 'text',
  },
  content: contentArgument,
  out: {
    type: 'string',
    description: say({
      en: `Folder for what is made (default: ${STATE}/newsletter)`,
      ru: `Папка для сделанного (по умолчанию: ${STATE}/newsletter)`,
    }),
    valueHint: 'folder',
  },
  base: {
    type: 'string',
    description: say({
      en: 'Address that links and pictures lead to, such as a mirror’s (default: the outlet’s)',
      ru: 'Адрес, на который ведут ссылки и картинки, например зеркала (по умолчанию — издания)',
    }),
    valueHint: 'address',
  },
  channel: {
    type: 'string',
    description: say({
      en: 'Lead links to an address of this channel in place of --base, such as “letter” (docs/addresses.md)',
      ru: 'Вести ссылки на адрес этого канала вместо --base, например “letter” (docs/addresses.md)',
    }),
    valueHint: 'channel',
  },
  pictures: {
    type: 'string',
    description: say({
      en: 'small: inside the mail (inside says the same); linked at --base; none (default: as the newsletter’s “pictures” say, else small)',
      ru: 'small — внутри письма (то же, что inside), linked — по ссылкам на --base, none — без них (по умолчанию как в “pictures” рассылки, иначе small)',
    }),
  },
  subject: {
    type: 'string',
    description: say({
      en: 'Subject, one line (default: the first article’s title)',
      ru: 'Тема, одна строка (по умолчанию заголовок первой статьи)',
    }),
  },
  from: { type: 'string', description: 'Sender, such as "The outlet <letters@outlet.example>"' },
  to: {
    type: 'string',
    description: say({
      en: 'Address of the list the mail is sent to',
      ru: 'Адрес списка, на который отправляется письмо',
    }),
  },
  leave: {
    type: 'string',
    description: say({
      en: 'Address where members leave the list',
      ru: 'Адрес, по которому от рассылки отписываются',
    }),
  },
  send: {
    type: 'boolean',
    description: say({
      en: 'Send it, over the server in TAMIZDAT_SMTP (smtps://user:password@host)',
      ru: 'Отправить через сервер из TAMIZDAT_SMTP (smtps://user:password@host)',
    }),
    default: false,
  },
  draft: {
    type: 'boolean',
    description: say({
      en: 'Leave it as a draft in listmonk, at TAMIZDAT_LISTMONK (https://user:token@host/)',
      ru: 'Оставить черновиком в listmonk, по адресу из TAMIZDAT_LISTMONK (https://user:token@host/)',
    }),
    default: false,
  },
  lists: {
    type: 'string',
    description: say({
      en: 'Ids of listmonk’s lists for --draft, such as 1,4',
      ru: 'Id списков listmonk для --draft, например 1,4',
    }),
  },
  json: {
    type: 'boolean',
    description: say({ en: 'Print what was made as JSON', ru: 'Напечатать сделанное как JSON' }),
    default: false,
  },
} as const;

export type Options = ParsedArgs<typeof args>;
