import { MirrorError } from '../mirror-error.ts';

interface Fault {
  said: RegExp;
  code: string;
  message: string;
  remedy: string;
  passing?: boolean;
}

/** What rclone says for each fault of a store; the first that fits counts. */
const FAULTS: readonly Fault[] = [
  {
    said: /didn't find section in config file|config file .* not found/i,
    code: 'store-missing',
    message: 'Rclone knows no remote of this name.',
    remedy: 'Make it with “rclone config”, or set its RCLONE_CONFIG_… variables.',
  },
  {
    said: /no space left|quota|insufficient storage|507|EntityTooLarge|storage limit/i,
    code: 'store-full',
    message: 'There is no space left in the store.',
    remedy: 'Make space or raise the limit, and publish again: it goes on where it stopped.',
  },
  {
    said: /429|too ?many ?requests|SlowDown|rate limit/i,
    code: 'store-busy',
    message: 'The store wants fewer requests.',
    remedy: 'Publish again later: it goes on where it stopped.',
    passing: true,
  },
  {
    said: /AccessDenied|403|401|unauthorized|permission denied|InvalidAccessKeyId|SignatureDoesNotMatch|Forbidden/i,
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

/** Why a call of rclone failed. */
export function explainRclone(stderr: string): MirrorError {
  const fault = FAULTS.find(({ said }) => said.test(stderr));
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
