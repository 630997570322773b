/** The first word of a text that reads as an address of a site: its host’s name, with or without what surrounds it. */
const SHOWN =
  /(?:^|[\s(«“"'])(?:https?:\/\/)?((?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}|\d{1,3}(?:\.\d{1,3}){3})(?=[\s/:?#@)»”"',.]|$)/u;

/** A file’s name reads like a host’s: these endings are no domains that people write without “https://”. */
const FILE = /\.(?:pdf|docx?|xlsx?|html?|jpe?g|png|zip|csv|txt|mp[34]|md|js|ts|py|sh)$/i;

/** What nobody writes but in an address. */
const ADDRESS = /https?:\/\/|www\./i;

/** Endings of hosts as they are written without “https://”: initials and abbreviations have others. */
const ENDING = /\.(?:[a-z]{2,24}|рф|рус|бел|укр|бг|срб|мкд|қаз|москва|дети|сайт|онлайн|орг)$/;

/** Whether a text is a host’s name and what follows in an address, and nothing else. */
const isBareName = (text: string, host: string): boolean =>
  text.startsWith(host) && !/[\s@]/.test(text) && ENDING.test(host) && !FILE.test(host);

/** A text as it looks: letters that nobody sees are left out, and signs that pass for a point or a slash are these. */
const asItLooks = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[。․]/g, '.')
    .replace(/[⁄∕]/g, '/');

/** The host that a text shows, as it looks, as URLs write it; undefined where it shows none. */
function shownHost(text: string): string | undefined {
  const host = SHOWN.exec(text)?.[1];
  if (host === undefined) return undefined;
  if (!ADDRESS.test(text) && !isBareName(text.replace(/^[^\p{L}\p{N}]+/u, '').trim(), host))
    return undefined;
  return URL.canParse(`https://${host}`) ? new URL(`https://${host}`).hostname : undefined;
}

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
  return /^https?:$/.test(target.protocol) ? clashOfSite(text, target.hostname) : undefined;
}

function clashOfSite(text: string, hostname: string): Clash | undefined {
  const led = hostname === OWN ? undefined : hostname;
  const shown = shownHost(text);
  if (shown !== undefined) {
    if (led !== undefined && isSame(shown, led)) return undefined;
    // “Booking.com” is also what a firm is called; and which site this one is, is not known here.
    const isFirm = !ADDRESS.test(text) && /\p{Lu}/u.test(text);
    return { shown, led, isDoubted: led === undefined || isFirm };
  }
  const [mail] = mailsIn(text);
  if (mail === undefined || led === undefined || isSame(domainOf(mail), led)) return undefined;
  return { shown: mail, led, isDoubted: true };
}

/** An address of mail, its length bounded as RFC 5321 (4.5.3.1) bounds it. */
const MAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;

const mailsIn = (text: string): string[] =>
  text.match(MAIL)?.map((mail) => mail.toLowerCase()) ?? [];

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
  const shown = mails[0] ?? shownHost(text);
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

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
