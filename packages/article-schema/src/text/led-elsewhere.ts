import { decode } from './decode-label.ts';
import { otherAccount } from './other-account.ts';
import { asItLooks, hostsIn } from './shown-hosts.ts';

const withoutWww = (host: string): string => host.replace(/^www\d?\./, '');

/** Whether two names belong together: one is the other’s, or stands below it. */
function isSame(shown: string, host: string): boolean {
  const [one, other] = [withoutWww(shown), withoutWww(host)];
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

/** The words of a link name one place, and its address another. */
export interface Clash {
  shown: string;
  /** Undefined for a page of this site. */
  led: string | undefined;
  /** Whether there may be a good reason. */
  isDoubted: boolean;
}

/** Stands for the site itself, where addresses without a host lead. */
const OWN = 'own.invalid';

/** Finds where words show another site, mailbox or telephone than the address leads to. */
export function findClash(written: string, url: string): Clash | undefined {
  const base = `https://${OWN}/`;
  // As browsers do: “//host” and “/\\host” lead to a host.
  if (!URL.canParse(url, base)) return undefined;
  const text = asItLooks(written);
  const target = new URL(url, base);
  if (target.protocol === 'mailto:') return clashOfMail(text, target);
  if (target.protocol === 'tel:' || target.protocol === 'sms:') return clashOfPhone(text, target);
  return /^https?:$/.test(target.protocol) ? clashOfSite(text, target) : undefined;
}

function clashOfSite(text: string, target: URL): Clash | undefined {
  if (isItself(text, target)) return undefined;
  const led = target.hostname === OWN ? undefined : target.hostname.replace(/\.$/, '');
  const hosts = hostsIn(withoutMails(text));
  const others = hosts.filter(({ host }) => led === undefined || !isSame(host, led));
  const other = others.find(({ isCertain }) => isCertain) ?? others[0];
  // Which site this one is, is not known here.
  if (other !== undefined) {
    return { shown: other.host, led, isDoubted: led === undefined || !other.isCertain };
  }
  const account = led === undefined ? undefined : otherAccount(text, target);
  if (account !== undefined) return { ...account, isDoubted: true };
  const [mail] = hosts.length > 0 ? [] : mailsIn(text);
  if (mail === undefined || led === undefined || isSame(domainOf(mail), led)) return undefined;
  return { shown: mail, led, isDoubted: true };
}

/** Whether words are the address itself, which may hold another one (archives of the web do). */
const isItself = (text: string, { href }: URL): boolean =>
  URL.canParse(text) && new URL(text).href === href && !/[^\x21-\x7e]/.test(text);

/** An address of mail, its length bounded as RFC 5321 (4.5.3.1) bounds it. */
const MAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;

const mailsIn = (text: string): string[] =>
  text.match(MAIL)?.map((mail) => mail.toLowerCase()) ?? [];

/** An address of mail shows a mailbox and no host; behind “//” it is what precedes a host in an address. */
const withoutMails = (text: string): string =>
  text.replace(MAIL, (mail, offset: number) =>
    BEHIND_SCHEME.test(text.slice(Math.max(0, offset - BEHIND_MAX), offset)) ? mail : ' ',
  );

const BEHIND_SCHEME = /\/[^\s/]*$/;
const BEHIND_MAX = 200;

const domainOf = (mail: string): string => mail.slice(mail.lastIndexOf('@') + 1);

/** Everybody who gets the letter has to be shown, where anybody is (RFC 6068: `to`, `cc` and `bcc` too). */
function clashOfMail(text: string, { pathname, searchParams }: URL): Clash | undefined {
  const others = ['to', 'cc', 'bcc'].flatMap((field) =>
    [...searchParams].filter(([name]) => name.toLowerCase() === field).map(([, value]) => value),
  );
  const recipients = [decode(pathname), ...others]
    .flatMap((list) => list.split(','))
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '');
  const mails = mailsIn(text);
  const shown = mails[0] ?? hostsIn(text)[0]?.host;
  const led = recipients.find((each) =>
    mails.length > 0
      ? !mails.includes(each)
      : shown !== undefined && !isSame(shown, domainOf(each)),
  );
  if (shown === undefined || led === undefined) return undefined;
  return { shown, led, isDoubted: mails.length === 0 };
}

/** Digits as people group them; a year or a price is shorter. */
const PHONE = /(?<![\d(+])[+(]{0,2}\d(?:[ \u00a0().-]{0,3}\d){6,17}/gu;

/** Years from one to another, in brackets or not. */
const YEARS = /^\(?(?:1\d|20)\d\d ?- ?(?:1\d|20)\d\d$/;

const PHONE_DIGITS = 10;

/** The number without what says how to dial it from where: +7 and 8 are one. */
const numberOf = (text: string): string => text.replace(/\D/g, '').slice(-PHONE_DIGITS);

function clashOfPhone(text: string, { protocol, pathname }: URL): Clash | undefined {
  const found = text.replace(/[\p{Pd}\u2212]/gu, '-').match(PHONE) ?? [];
  const phones = found.filter((each) => !YEARS.test(each));
  const [shown] = phones;
  const [led = ''] = decode(pathname).split(/[;?]/, 1);
  const number = numberOf(led);
  const isShown = phones.some((phone) => {
    const one = numberOf(phone);
    return one.endsWith(number) || number.endsWith(one);
  });
  if (shown === undefined || (isShown && number.length > 4)) return undefined;
  return { shown: shown.trim(), led: `${protocol}${led}`, isDoubted: false };
}
