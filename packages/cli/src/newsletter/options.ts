import { nearest, type Newsletter } from '@tamizdat/article-schema';
import { isClosed, type NewsletterIssue } from '@tamizdat/archive';
import { UsageError } from '../frame/usage-error.ts';
import type { PictureWay } from './build-letter.ts';
import { say } from '../language/say.ts';
import { verifyWeek } from '../take-along/verify-period.ts';

/** The newsletter of a name. @throws UsageError that lists what there is */
export function findNewsletter(newsletters: readonly Newsletter[], id: string): Newsletter {
  const found = newsletters.find((newsletter) => newsletter.id === id);
  if (found) return found;
  const ids = newsletters.map((newsletter) => newsletter.id);
  const meant = nearest(id, ids);
  const hint =
    ids.length === 0
      ? say({
          en: 'Add one under “newsletters” in outlet.yaml.',
          ru: 'Впишите её в “newsletters” в outlet.yaml.',
        })
      : meant === undefined
        ? say({ en: `There are: ${ids.join(', ')}.`, ru: `Есть: ${ids.join(', ')}.` })
        : say({ en: `Did you mean “${meant}”?`, ru: `Имелось в виду «${meant}»?` });
  throw new UsageError(
    say({ en: `There is no newsletter “${id}”. ${hint}`, ru: `Рассылки «${id}» нет. ${hint}` }),
  );
}

/** An issue, and whether its days are over. */
export interface ChosenIssue {
  issue: NewsletterIssue;
  unfinished: boolean;
}

/**
 * The issue asked for, or the newest whose days are over: one that may still grow has to be named.
 * @param issues Newest first.
 * @param clock RFC 3339.
 * @param timeZone IANA name of the outlet's zone.
 * @throws UsageError where nothing was picked for it, or only one that may still grow is there.
 */
export function findIssue(
  issues: readonly NewsletterIssue[],
  id: string | undefined,
  { clock, timeZone }: { clock: string; timeZone: string },
): ChosenIssue {
  const isOver = (issue: NewsletterIssue) => isClosed(issue, clock, timeZone);
  const issue =
    id === undefined ? issues.find(isOver) : issues.find((one) => one.id === id.toLowerCase());
  if (issue) return { issue, unfinished: !isOver(issue) };
  // What no year has is a slip in what was typed, and nothing to pick articles for.
  if (id !== undefined && /^\d{4}-w/i.test(id)) verifyWeek(id);
  const [newest] = issues;
  if (id === undefined && newest) throw new UsageError(describeUnfinished(newest));
  throw new UsageError(describeMissing(issues, id));
}

const describeUnfinished = ({ id, to }: NewsletterIssue): string =>
  say({
    en: `The only issue is ${id}, and its last day, ${to}, is not over: more may be picked for it. `,
    ru: `Единственный выпуск — ${id}, и его последний день, ${to}, ещё не прошёл: для него могут отобрать ещё. `,
  }) +
  say({
    en: `To make it as it is now, name it: --issue ${id}`,
    ru: `Чтобы сделать его таким, какой он есть, назовите его: --issue ${id}`,
  });

function describeMissing(issues: readonly NewsletterIssue[], id: string | undefined): string {
  const newest = issues.slice(0, 3).map((issue) => issue.id);
  const there =
    newest.length === 0
      ? ''
      : say({ en: ` There are: ${newest.join(', ')} …`, ru: ` Есть: ${newest.join(', ')} …` });
  return (
    say({
      en: `No published article was picked for ${id === undefined ? 'this newsletter' : `the issue “${id}”`}.${there} `,
      ru: `Ни одной вышедшей статьи не отобрано: ${id === undefined ? 'эта рассылка' : `выпуск «${id}»`}.${there} `,
    }) +
    say({
      en: 'Pick one in its front matter: “newsletter: { pick: true, blurb: Why to read it. }”',
      ru: 'Отберите статью в её полях: “newsletter: { pick: true, blurb: Почему это стоит прочитать. }”',
    })
  );
}

/**
 * How pictures come to readers.
 * @param text What was asked for, `small` as outlet.yaml says it; else the newsletter's own setting decides.
 * @throws UsageError
 */
export function parsePictures(
  text: string | undefined,
  newsletter?: Pick<Newsletter, 'pictures'>,
): PictureWay {
  const asked = text ?? newsletter?.pictures ?? 'small';
  if (asked === 'small') return 'inside';
  if (asked === 'inside' || asked === 'linked' || asked === 'none') return asked;
  throw new UsageError(
    say({
      en: `--pictures is small (inside is the same), linked or none, not “${asked}”.`,
      ru: `--pictures — это small (то же, что inside), linked или none, а не «${asked}».`,
    }),
  );
}

/** An address that links lead to, with a slash at its end. @throws UsageError */
export function parseBase(text: string): string {
  const url = URL.parse(text.endsWith('/') ? text : `${text}/`);
  if (url && ['https:', 'http:'].includes(url.protocol) && !url.username) return url.href;
  throw new UsageError(
    say({
      en: `--base is an address such as https://mirror.example/, not “${text}”.`,
      ru: `--base — адрес, например https://mirror.example/, а не «${text}».`,
    }),
  );
}

/** Ids of listmonk's lists. @throws UsageError */
export function parseLists(text: string): number[] {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.every((part) => /^[1-9]\d{0,8}$/.test(part))) return [...new Set(parts.map(Number))];
  throw new UsageError(
    say({
      en: `--lists are numbers of listmonk’s lists, such as 1,4, not “${text}”.`,
      ru: `--lists — номера списков listmonk, например 1,4, а не «${text}».`,
    }),
  );
}

/** Where members leave the list, if nothing else is said: what the provider puts there. */
export function defaultLeave({ provider }: Newsletter): string {
  switch (provider.kind) {
    case 'listmonk':
      return '{{ UnsubscribeURL }}';
    case 'buttondown':
      return '{{ unsubscribe_url }}';
    case 'mailchimp':
      return '*|UNSUB|*';
    case 'mailto':
      return `${provider.action.split('?')[0] ?? ''}?subject=unsubscribe`;
  }
}
