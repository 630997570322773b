import type { InBoth } from '@tamizdat/problem';
import type { FileFault } from './file-rules.ts';

/** Files outside the content by what they could do; the first that fits. */
const DANGERS: readonly [RegExp, InBoth][] = [
  [
    /^\.(?:github|gitlab|forgejo|gitea)\/|^\.gitlab-ci|^\.ci\//,
    {
      en: 'It decides what the forge runs, and with which secrets.',
      ru: 'Он решает, что запускает сервер и с какими секретами.',
    },
  ],
  [
    /\.(?:[cm]?[jt]sx?|sh|bash|py|rb|pl|ps1|bat|cmd|exe|astro)$|(?:^|\/)(?:package(?:-lock)?\.json|pnpm-[^/]*|turbo\.json|Makefile|\.npmrc|\.git[^/]*)$/i,
    {
      en: 'It would be run on the machine of everyone who builds the site.',
      ru: 'Его запустил бы компьютер каждого, кто собирает сайт.',
    },
  ],
  [
    /^/,
    {
      en: 'What contributors send is checked as content alone; nothing else is looked at here.',
      ru: 'Присланное авторами проверяется только как содержимое; остальное здесь не смотрят.',
    },
  ],
];

/** A file that is no part of the content: only maintainers change these. */
export function outsideContent(path: string): FileFault {
  const why = DANGERS.find(([pattern]) => pattern.test(path))?.[1];
  return {
    code: 'pull-request-outside-content',
    message: 'The file does not belong to the content.',
    ...(why === undefined ? {} : { why: why.en }),
    remedy:
      'Take it out of the pull request: git restore --source=origin/main -- <file>. Where the kit itself is to change, a maintainer marks the pull request with the label “kit”.',
    ru: {
      message: 'Файл не относится к содержимому.',
      ...(why === undefined ? {} : { why: why.ru }),
      remedy:
        'Уберите его из запроса: git restore --source=origin/main -- <файл>. Если менять надо сам сайт, сопровождающий ставит на запрос метку «kit».',
    },
  };
}
