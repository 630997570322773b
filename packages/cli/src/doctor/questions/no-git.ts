import { type Finding, missing } from '../finding.ts';

/** Without git nothing is known of the repository, nor of the branch that keeps the history. */
export const noGit = (): Finding =>
  missing(
    'no-git',
    'now',
    {
      en: 'There is no git here, so that nobody knows whether the content is committed and the history is kept. Install it, or set PATH (Debian: sudo apt install git).',
      ru: 'Здесь нет git, и не узнать, сохранены ли содержимое и история в репозитории. Установите его или поправьте PATH (Debian: sudo apt install git).',
    },
    'git --version',
  );
