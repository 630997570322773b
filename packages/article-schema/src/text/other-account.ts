import { decode } from './decode-label.ts';

/** Hosts on which the first part of a path is somebody’s account. */
const HOSTS = new Set(
  `t.me telegram.me github.com gitlab.com codeberg.org bitbucket.org x.com twitter.com instagram.com threads.net
   threads.com youtube.com facebook.com fb.com vk.com vk.ru ok.ru tiktok.com linkedin.com bsky.app medium.com rutube.ru
   dzen.ru twitch.tv patreon.com boosty.to paypal.me ko-fi.com buymeacoffee.com liberapay.com opencollective.com wa.me
   pinterest.com reddit.com soundcloud.com`.split(/\s+/),
);

/** What stands before an account’s name there. */
const BEFORE_NAME = new Set(
  's c user channel profile in company u r people groups joinchat'.split(' '),
);

/** An address with a path among words: host, first and second part. */
const ADDRESS =
  /(?<![\p{L}\p{N}._-])((?:[\p{L}\p{N}_-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63})\/([^\s/?#]{1,100})(?:\/([^\s/?#]{1,100}))?/gu;

/** An account as words or an address name it. */
interface Account {
  host: string;
  name: string;
}

/**
 * Finds where words show an account, on the host that the address leads to, and the address leads to another account
 * there: on a host that is known for them, or under names that begin with “@”.
 * @param text As it looks.
 */
export function otherAccount(
  text: string,
  target: URL,
): { shown: string; led: string } | undefined {
  const [, first = '', second = ''] = target.pathname.split('/');
  const led = accountAt(target.hostname, first, second);
  if (led === undefined) return undefined;
  const shown = Array.from(text.matchAll(ADDRESS)).flatMap(
    ([, host = '', one = '', two = '']) => accountAt(host, one, two) ?? [],
  );
  const there = shown.filter(({ host }) => host === led.host);
  const [other] = there;
  if (other === undefined || there.some(({ name }) => isSameName(name, led.name))) return undefined;
  return { shown: shownAs(other), led: shownAs(led) };
}

function accountAt(written: string, first: string, second: string): Account | undefined {
  const host = written.toLowerCase().replace(/^(?:www|m|mobile)\./, '');
  if (!HOSTS.has(host) && !first.startsWith('@')) return undefined;
  const name = BEFORE_NAME.has(first.toLowerCase()) && second !== '' ? second : first;
  const bare = decode(name)
    .toLowerCase()
    .replace(/^@/, '')
    .replace(/[^\p{L}\p{N}_.-]+$/u, '');
  return bare === '' ? undefined : { host, name: bare };
}

/** Points at the end of what words show are of the sentence, or for what was cut off. */
function isSameName(shown: string, led: string): boolean {
  const whole = shown.replace(/(?<!\.)\.{1,3}$/, '');
  return shown === led || whole === led || (shown.endsWith('...') && led.startsWith(whole));
}

const shownAs = ({ host, name }: Account): string => `${host}/${name}`;
