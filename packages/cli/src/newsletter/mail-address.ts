import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import type { Options } from './arguments.ts';

const ONE = /^[^\s\p{Cc}<>()[\]\\,;:"@]{1,64}@[^\s\p{Cc}<>()\\,;:"@]{1,255}$/u;
/** The name before an address: quoted, or with no other address in it. */
const NAME = /^(?:\s*"[^"]*"\s*|[^"<>@]*)$/;
const IN_BRACKETS = /<([^<>]+)>\s*$/;

/** `Name <user@host>` without its name. */
export const bareAddress = (address: string): string =>
  IN_BRACKETS.exec(address)?.[1] ?? address.trim();

/**
 * Judges where a mail comes from and goes, and where its readers leave the list: what is wrong in a mail that is out
 * cannot be mended.
 * @throws UsageError
 */
export function verifyAddresses({ from, to, leave }: Pick<Options, 'from' | 'to' | 'leave'>): void {
  if (from !== undefined) verifyOne('--from', from);
  // What was sent is remembered by address: two in one would be a third, to which nothing was sent.
  if (to !== undefined) verifyOne('--to', to);
  const protocol = leave === undefined ? undefined : URL.parse(leave)?.protocol;
  if (protocol !== undefined && !['https:', 'http:', 'mailto:'].includes(protocol))
    throw new UsageError(
      say({
        en: `--leave is an address that readers open, such as https://lists.example/leave or mailto:leave@lists.example, not “${leave}”.`,
        ru: `--leave — адрес, который открывают читатели, например https://lists.example/leave или mailto:leave@lists.example, а не «${leave}».`,
      }),
    );
}

function verifyOne(option: string, text: string): void {
  const found = IN_BRACKETS.exec(text);
  const hasName = found === null || NAME.test(text.slice(0, found.index));
  if (hasName && !/\p{Cc}/u.test(text) && ONE.test(bareAddress(text))) return;
  throw new UsageError(
    say({
      en: `${option} is one mail address, such as weekly@lists.example, not ${JSON.stringify(text)}. For several lists run the command once for each.`,
      ru: `${option} — один почтовый адрес, например weekly@lists.example, а не ${JSON.stringify(text)}. Для нескольких списков выполните команду для каждого.`,
    }),
  );
}
