import {
  createDraft,
  decodeCredential,
  type Letter,
  parseSmtpAddress,
  sendMail,
} from '@tamizdat/newsletter';
import { UsageError } from '../frame/usage-error.ts';
import type { Options } from './arguments.ts';
import type { Way } from './delivery-words.ts';
import { bareAddress } from './mail-address.ts';
import { parseLists } from './options.ts';
import { say } from '../language/say.ts';

/** A mail of an issue. */
export interface OutMail {
  letter: Letter;
  mail: Buffer;
}

/** What carries mails out of the kit. */
export interface Carrier {
  way: Way;
  /** Host of the server that they are handed to: whoever runs it can read them. */
  host: string;
  /** A mail address, or listmonk's host with each of the lists. */
  to: readonly string[];
  /** Hands one over. @returns a draft’s id @throws SendError */
  carry: (mail: OutMail) => Promise<number | undefined>;
}

/** What the options choose; undefined where nothing is to leave the kit. @throws UsageError */
export function chooseCarrier({ send, draft, from, to, lists }: Options): Carrier | undefined {
  if (send) return mailCarrier(bareAddress(from ?? ''), bareAddress(to ?? ''));
  return draft ? draftCarrier(lists ?? '') : undefined;
}

function mailCarrier(from: string, to: string): Carrier {
  const server = parseSmtpAddress(process.env['TAMIZDAT_SMTP'] ?? '');
  return {
    way: 'mail',
    host: server.host,
    to: [to],
    carry: async ({ mail }) => {
      await sendMail(mail, { from, to }, server);
      return undefined;
    },
  };
}

function draftCarrier(lists: string): Carrier {
  const account = parseListmonk(process.env['TAMIZDAT_LISTMONK'] ?? '');
  const ids = parseLists(lists);
  const { host } = new URL(account.server);
  return {
    way: 'draft',
    host,
    to: ids.map((list) => say({ en: `${host}, list ${list}`, ru: `${host}, список ${list}` })),
    carry: ({ letter }) => createDraft(letter, { ...account, lists: ids }),
  };
}

/** @throws UsageError without repeating the address, which holds a token */
function parseListmonk(text: string): { server: string; user: string; token: string } {
  const url = URL.parse(text);
  if (!url?.username || !url.password || !isSafe(url))
    throw new UsageError(
      say({
        en: 'TAMIZDAT_LISTMONK is an address with a user and a token: https://user:token@lists.example/',
        ru: 'TAMIZDAT_LISTMONK — адрес с пользователем и токеном: https://user:token@lists.example/',
      }),
    );
  const user = decodeCredential(url.username);
  const token = decodeCredential(url.password);
  url.username = '';
  url.password = '';
  return { server: url.href, user, token };
}

/** A token travels in the clear on this machine only. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname));
