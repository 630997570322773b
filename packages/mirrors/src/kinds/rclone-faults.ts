import { MirrorError } from '../mirror-error.ts';
import { connectionFaults, type Fault } from './connection-faults.ts';

/** What rclone says for each fault of a store; the first that fits counts. */
const FAULTS: readonly Fault[] = [
  {
    said: /didn't find section in config file/i,
    code: 'store-missing',
    message: 'Rclone knows no remote of this name.',
    remedy: 'Make it with “rclone config”, or set its RCLONE_CONFIG_… variables.',
  },
  {
    said: /RequestTimeTooSkewed|difference between the request time and/i,
    code: 'clock-off',
    message: 'The clock of this machine and that of the store differ too much.',
    remedy: 'Set this machine’s clock, and publish again. If it is right, write to the store.',
  },
  {
    said: /corrupted on transfer|(?:sizes|hash(?:es)?) differ/i,
    code: 'store-altered',
    message: 'The store did not keep a file as it was sent.',
    remedy:
      'The store cuts or alters files. Look at its settings (compression, “optimisation”), or leave this mirror.',
    passing: true,
  },
  {
    said: /failed to copy: object not found/i,
    code: 'store-lost',
    message: 'A file was sent, and is not there.',
    remedy:
      'The store loses what it is sent, or changes its name. Look at its settings, or leave this mirror.',
    passing: true,
  },
  ...connectionFaults('store'),
  {
    said: /no space left|quota|insufficient storage|\b507\b|EntityTooLarge|storage limit/i,
    code: 'store-full',
    message: 'There is no space left in the store.',
    remedy: 'Make space or raise the limit, and publish again: it goes on where it stopped.',
  },
  {
    said: /\b429\b|too ?many ?requests|SlowDown|rate limit/i,
    code: 'store-busy',
    message: 'The store wants fewer requests.',
    remedy: 'Publish again later: it goes on where it stopped.',
    passing: true,
  },
  {
    said: /AccessDenied|\b40[13]\b|unauthorized|permission denied|InvalidAccessKeyId|SignatureDoesNotMatch|Forbidden/i,
    code: 'store-denied',
    message: 'The store does not let you read, write or delete.',
    remedy:
      'Give the key in rclone’s configuration the right to do all three, and look whether it is still valid.',
  },
  {
    said: /NoSuchBucket|directory not found/i,
    code: 'store-missing',
    message: 'There is no such bucket or folder.',
    remedy: 'Make it first, or mend the remote’s path.',
  },
];

/** What rclone tells besides, whatever happens next: that it has no configuration file, for one. */
const BESIDES = /^\S+ \S+ (?:NOTICE|INFO|DEBUG) *:/;

/** The file that an error is about stands before what is said of it. */
const ABOUT = /^\S+ \S+ (ERROR|CRITICAL) *: .*?: /;

/** Whatever stands in quotation marks, the names that a store gives its answers, and each word: it may be a path. */
const NAMES = /"[^"\n]*"|\b(?:request|host) ?id: \S*|\S+/gi;

/** What rclone says of errors, line by line, without the names in it: any word and number may stand in those. */
export const listErrors = (stderr: string): string[] =>
  stderr
    .split('\n')
    .filter((line) => !BESIDES.test(line))
    .map((line) => line.replace(ABOUT, '$1 : ').replace(STAMP, ''))
    .map((line) => line.replaceAll(NAMES, (name) => (/^"|id: |[/\\]/i.test(name) ? '' : name)));

const STAMP = /^\d{4}\/\d\d\/\d\d [\d:.]+ /;

/** Why a call of rclone failed. */
export function explainRclone(stderr: string): MirrorError {
  const errors = listErrors(stderr).join('\n');
  const fault = FAULTS.find(({ said }) => said.test(errors));
  const detail = stderr.split('\n').slice(-4).join('\n');
  if (fault === undefined)
    return new MirrorError(
      'store-failed',
      'Rclone could not reach the store, or it broke off.',
      'Publish again: it goes on where it stopped.',
      { detail, passing: true },
    );
  const { code, message, remedy, passing = false } = fault;
  return new MirrorError(code, message, remedy, { detail, passing });
}
