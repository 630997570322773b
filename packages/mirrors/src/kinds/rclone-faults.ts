import { MirrorError } from '../mirror-error.ts';
import { connectionFaults, type Fault } from './connection-faults.ts';

const FULL = {
  code: 'store-full',
  message: 'There is no space left in the store.',
  remedy: 'Make space or raise the limit, and publish again: it goes on where it stopped.',
};

const BUSY = {
  code: 'store-busy',
  message: 'The store wants fewer requests.',
  remedy: 'Publish again later: it goes on where it stopped.',
  passing: true,
};

const DENIED = {
  code: 'store-denied',
  message: 'The store does not let you read, write or delete.',
  remedy:
    'Give the key in rclone’s configuration the right to do all three, and look whether it is still valid.',
};

/** What rclone says for each fault of a store; the first that fits counts. */
const FAULTS: readonly Fault[] = [
  {
    said: /didn't find (?:section in config file|backend called)/i,
    code: 'store-missing',
    message: 'Rclone knows no remote of this name.',
    remedy: 'Make it with “rclone config”, or set its RCLONE_CONFIG_… variables.',
  },
  {
    said: /RequestTimeTooSkewed|difference between the request time and|date header too old/i,
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
  // Words first: to some stores “too many requests” and “full” are kinds of 403.
  {
    ...BUSY,
    said: /too[ _]?many[ _]?(?:requests|write[ _]operations)|SlowDown|rate ?limit|reduce your request rate|RequestLimitExceeded|DailyLimitExceeded|Server ?(?:is )?Busy|Throttl|(?:transaction|download)[ _]cap[ _]exceeded/i,
  },
  {
    ...FULL,
    said: /no[ _]space|quota|insufficient[ _](?:storage|space)|EntityTooLarge|storage ?(?:limit|full)|cap[ _]exceeded|FileLimitExceeded/i,
  },
  {
    ...DENIED,
    said: /Access ?Denied|unauthorized|not authorized|permission[ _]denied|no_write_permission|InsufficientFilePermissions|InvalidAccessKeyId|SignatureDoesNotMatch|Forbidden|Auth(?:orization|entication)?(?:Failure|Failed|Error|PermissionMismatch)|unable to authenticate|Account(?:Is)?Disabled|account_trouble|(?:bad|invalid|expired)_(?:auth|access)_token|invalid_grant|(?:Expired|Invalid)Token/i,
  },
  {
    said: /NoSuchBucket|ContainerNotFound|(?:bucket|container) does not exist|directory not found/i,
    code: 'store-missing',
    message: 'There is no such bucket or folder.',
    remedy: 'Make it first, or mend the remote’s path.',
  },
  { ...FULL, said: /\b507\b/ },
  { ...BUSY, said: /\b429\b/ },
  { ...DENIED, said: /\b40[13]\b/ },
];

/** What rclone tells besides, whatever happens next: that it has no configuration file, for one. */
const BESIDES = /^\S+ \S+ (?:NOTICE|INFO|DEBUG) *:/;

/** The file that an error is about stands before what is said of it. */
const ABOUT = /^\S+ \S+ (ERROR|CRITICAL) *: .*?: /;

/** Whatever stands in quotation marks, the names that a store gives its answers, and each word: it may be a path. */
const NAMES = /"[^"\n]*"|\b(?:request|host) ?id: \S*|\S+/gi;

const isName = (word: string): boolean => /^"|id: |[/\\]/i.test(word) && !TAG.test(word);

/** What is no name though it looks like one: a tag of Dropbox’s (`path/insufficient_space/..`), an error of OAuth’s. */
const TAG = /^(?:"[a-z]+_[a-z_]+"[,:]?|(?:[a-z_]+\/)+[.:]*)$/;

/** An element of what S3 or Azure answer, and what stands in it. */
const ELEMENT = /<([^<>]{0,200})>([^<>\n]*)/g;

/** Elements that say what is wrong; others give the names of files, buckets and answers. After an end more may be said. */
const TELLING = /^(?:\/.*|Code|Message|AuthenticationErrorDetail)$/;

/** What rclone says of errors, line by line, without the names in it: any word and number may stand in those. */
export const listErrors = (stderr: string): string[] =>
  stderr
    .replaceAll(ELEMENT, (_, tag: string, said: string) => (TELLING.test(tag) ? ` ${said} ` : ' '))
    .split('\n')
    .filter((line) => !BESIDES.test(line))
    .map((line) => line.replace(ABOUT, '$1 : ').replace(STAMP, ''))
    .map((line) => line.replaceAll(NAMES, (word) => (isName(word) ? '' : word)));

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
