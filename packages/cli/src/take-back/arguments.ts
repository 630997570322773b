import { say } from '../language/say.ts';
import { newArguments } from '../new/new-arguments.ts';

/** What both ways of taking an article back take. */
export const takeBackArguments = {
  article: {
    type: 'positional',
    description: say({
      en: 'Id, folder, index.md or address of the article; all its languages are meant',
      ru: 'Id, папка, index.md или адрес статьи; имеются в виду все её языки',
    }),
    required: true,
  },
  commit: {
    type: 'boolean',
    description: say({
      en: 'Commit this article alone, under the outlet’s name and in UTC',
      ru: 'Сделать коммит одной этой статьи, от имени издания и в UTC',
    }),
    default: false,
  },
  ...newArguments,
} as const;
