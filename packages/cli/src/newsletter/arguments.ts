import type { ParsedArgs } from 'citty';
import { say } from '../language/say.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { STATE } from '../repository/folders.ts';
import { EXTRA_IDS_MAX } from './limits.ts';

/** What `tamizdat newsletter` takes. */
export const args = {
  name: { type: 'positional', description: 'Id of the newsletter', required: true },
  issue: {
    type: 'string',
    description:
      'Issue, such as 2026-w47, 2026-11 or 2026-11-22; where none is named, the newest whose days are over',
    valueHint: 'id',
  },
  week: { type: 'string', description: 'The same as --issue', valueHint: 'id' },
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
    description: `Folder for what is made (default: ${STATE}/newsletter)`,
    valueHint: 'folder',
  },
  base: {
    type: 'string',
    description:
      'Address that links and pictures lead to, such as a mirror’s (default: the outlet’s)',
    valueHint: 'address',
  },
  channel: {
    type: 'string',
    description:
      'Lead links to an address of this channel in place of --base, such as “letter” (docs/addresses.md)',
    valueHint: 'channel',
  },
  pictures: {
    type: 'string',
    description:
      'inside the mail, linked at --base, or none (default: as the newsletter’s “pictures” say, else inside)',
  },
  subject: {
    type: 'string',
    description: 'Subject, one line (default: the first article’s title)',
  },
  from: { type: 'string', description: 'Sender, such as "The outlet <letters@outlet.example>"' },
  to: { type: 'string', description: 'Address of the list the mail is sent to' },
  leave: { type: 'string', description: 'Address where members leave the list' },
  send: {
    type: 'boolean',
    description: 'Send it, over the server in TAMIZDAT_SMTP (smtps://user:password@host)',
    default: false,
  },
  draft: {
    type: 'boolean',
    description: 'Leave it as a draft in listmonk, at TAMIZDAT_LISTMONK (https://user:token@host/)',
    default: false,
  },
  lists: { type: 'string', description: 'Ids of listmonk’s lists for --draft, such as 1,4' },
  json: { type: 'boolean', description: 'Print what was made as JSON', default: false },
} as const;

export type Options = ParsedArgs<typeof args>;
