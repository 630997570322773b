import { say } from '../language/say.ts';

/** The option of every command that reads the content. */
export const contentArgument = {
  type: 'string',
  description: say({ en: 'Folder of the content', ru: 'Папка с содержимым' }),
  valueHint: 'folder',
} as const;
