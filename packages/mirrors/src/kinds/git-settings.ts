import { STORE_CONNECT_S } from '../limits.ts';
import { NO_HOOKS } from './git-folder.ts';

export interface GitPlace {
  /** An https, ssh or file address, or a path. */
  repository: string;
  branch: string;
  /** Keep no history. */
  squash: boolean;
}

/** Settings of this machine must change neither bytes nor commits; names and keys for the host still come from there. */
export const SETTINGS = ['core.autocrlf=false', NO_HOOKS, 'gc.auto=0', 'advice.detachedHead=false'];

export const ENVIRONMENT = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_ALLOW_PROTOCOL: 'file:https:http:ssh',
};

/**
 * The remote, behind what somebody set for git the same way: where a mirror is never gets into a file of this machine,
 * which may be a cache of CI that others can read.
 */
export function remoteAt({ repository }: GitPlace): Record<string, string> {
  const first = Number(process.env['GIT_CONFIG_COUNT'] ?? 0);
  const settings = [
    ['remote.mirror.url', repository],
    ['remote.mirror.promisor', 'true'],
    ['remote.mirror.partialclonefilter', 'blob:none'],
  ];
  return Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(first + settings.length)],
    ...settings.flatMap(([key, value], at) => [
      [`GIT_CONFIG_KEY_${first + at}`, key],
      [`GIT_CONFIG_VALUE_${first + at}`, value],
    ]),
  ]) as Record<string, string>;
}

/** ssh that asks nothing and does not wait for ever, unless somebody gave git another one. */
export const ssh = (silence: number): string =>
  `ssh -o BatchMode=yes -o ConnectTimeout=${STORE_CONNECT_S} -o ServerAliveInterval=${silence} -o ServerAliveCountMax=1`;
