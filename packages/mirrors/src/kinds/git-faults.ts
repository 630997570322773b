import { MirrorError } from '../mirror-error.ts';
import { connectionFaults, type Fault } from './connection-faults.ts';

/** What git says, in English, for each fault of a host; the first that fits counts. */
const FAULTS: readonly Fault[] = [
  ...connectionFaults('host'),
  {
    said: /\b429\b|too many requests/i,
    code: 'store-busy',
    message: {
      en: 'The host wants fewer requests.',
      ru: 'Хостинг просит присылать меньше запросов.',
    },
    remedy: {
      en: 'Publish again later: it goes on where it stopped.',
      ru: 'Опубликуйте позже: работа продолжится с того места, где остановилась.',
    },
    passing: true,
  },
  {
    said: /authentication failed|could not read Username|could not read Password|permission denied|publickey|\b40[13]\b/i,
    code: 'store-denied',
    message: {
      en: 'The repository does not let you push.',
      ru: 'Репозиторий не даёт вам отправлять изменения.',
    },
    remedy: {
      en: 'Give git a key or token for it: an ssh agent or deploy key, or git’s credential helper.',
      ru: 'Дайте git ключ или токен: через агент ssh, deploy key или credential helper самого git.',
    },
  },
  {
    said: /pre-receive hook declined|protected branch|remote rejected/i,
    code: 'store-refused',
    message: { en: 'The host refuses the push.', ru: 'Хостинг не принимает отправленное.' },
    remedy: {
      en: 'Look at what it says: a protected branch, a limit of size, or a hook. Allow force pushes to the branch where its history is squashed.',
      ru: 'Прочитайте, что он говорит: защищённая ветка, предел размера или хук. Если история ветки сжимается, разрешите в неё force push.',
    },
  },
  {
    said: /stale info|fetch first|non-fast-forward|\[rejected\]/i,
    code: 'store-moved',
    message: {
      en: 'Somebody else pushed to the branch at the same time.',
      ru: 'Кто-то другой в это же время отправил изменения в ту же ветку.',
    },
    remedy: { en: 'Publish again.', ru: 'Опубликуйте ещё раз.' },
  },
  {
    said: /not found|does not exist|not appear to be a git repository/i,
    code: 'store-missing',
    message: { en: 'There is no such repository.', ru: 'Такого репозитория нет.' },
    remedy: {
      en: 'Make it on the host first, empty, and mend “repository” if it is another one.',
      ru: 'Сначала создайте его на хостинге пустым; если репозиторий другой, исправьте “repository”.',
    },
  },
  {
    said: /no space left|disk quota/i,
    code: 'store-full',
    message: {
      en: 'There is no space left where the repository is, or here.',
      ru: 'Там, где лежит репозиторий, или здесь не осталось места.',
    },
    remedy: { en: 'Make space and publish again.', ru: 'Освободите место и опубликуйте ещё раз.' },
  },
];

/**
 * What git says itself: without what the host says through it, its reasons for refusing a push included, and without
 * addresses, in which any number may stand.
 */
export const ownLines = (stderr: string): string =>
  stderr
    .split(/[\r\n]+/)
    .filter((line) => !line.startsWith('remote:'))
    .map((line) => line.replaceAll(/'[^']*'/g, "''").replace(/(\[remote rejected\]).*/, '$1'))
    .join('\n');

/** Why a call of git failed. */
export function explainGit(stderr: string): MirrorError {
  const own = ownLines(stderr);
  const fault = FAULTS.find(({ said }) => said.test(own));
  const detail = stderr.split('\n').slice(-6).join('\n');
  if (fault === undefined)
    return new MirrorError(
      'store-failed',
      {
        en: 'Git could not reach the repository, or it broke off.',
        ru: 'Git не смог связаться с репозиторием, или связь оборвалась.',
      },
      {
        en: 'Publish again; it goes on where it stopped.',
        ru: 'Опубликуйте ещё раз: работа продолжится с того места, где остановилась.',
      },
      { detail, passing: true },
    );
  const { code, message, remedy, passing = false } = fault;
  return new MirrorError(code, message, remedy, { detail, passing });
}
