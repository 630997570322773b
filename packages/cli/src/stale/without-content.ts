import { say } from '../language/say.ts';

/** What every command takes that signs or sends a tree. */
export const withoutContentArgument = {
  type: 'boolean',
  description: say({
    en: 'Do not compare the tree with the content it was made of: for a machine that has none, or an older one',
    ru: 'Не сравнивать дерево с содержимым, из которого оно сделано: для машины, где содержимого нет или оно старее',
  }),
  default: false,
} as const;
