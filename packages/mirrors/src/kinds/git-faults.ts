import { MirrorError } from '../mirror-error.ts';
import { connectionFaults, type Fault } from './connection-faults.ts';

/** What git says, in English, for each fault of a host; the first that fits counts. */
const FAULTS: readonly Fault[] = [
  ...connectionFaults('host'),
  {
    said: /\b429\b|too many requests/i,
    code: 'store-busy',
    message: 'The host wants fewer requests.',
    remedy: 'Publish again later: it goes on where it stopped.',
    passing: true,
  },
  {
    said: /authentication failed|could not read Username|could not read Password|permission denied|publickey|\b40[13]\b/i,
    code: 'store-denied',
    message: 'The repository does not let you push.',
    remedy:
      'Give git a key or token for it: an ssh agent or deploy key, or git’s credential helper.',
  },
  {
    said: /pre-receive hook declined|protected branch|remote rejected/i,
    code: 'store-refused',
    message: 'The host refuses the push.',
    remedy:
      'Look at what it says: a protected branch, a limit of size, or a hook. Allow force pushes to the branch where its history is squashed.',
  },
  {
    said: /stale info|fetch first|non-fast-forward|\[rejected\]/i,
    code: 'store-moved',
    message: 'Somebody else pushed to the branch at the same time.',
    remedy: 'Publish again.',
  },
  {
    said: /not found|does not exist|not appear to be a git repository/i,
    code: 'store-missing',
    message: 'There is no such repository.',
    remedy: 'Make it on the host first, empty, and mend “repository” if it is another one.',
  },
  {
    said: /no space left|disk quota/i,
    code: 'store-full',
    message: 'There is no space left where the repository is, or here.',
    remedy: 'Make space and publish again.',
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
      'Git could not reach the repository, or it broke off.',
      'Publish again; it goes on where it stopped.',
      { detail, passing: true },
    );
  const { code, message, remedy, passing = false } = fault;
  return new MirrorError(code, message, remedy, { detail, passing });
}
