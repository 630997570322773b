import {
  createDraft,
  decodeCredential,
  type Letter,
  parseSmtpAddress,
  sendMail,
} from '@tamizdat/newsletter';
import { UsageError } from '../frame/usage-error.ts';
import type { Options } from './arguments.ts';
import { deliver } from './deliver.ts';
import { parseLists } from './options.ts';

export interface Handed {
  sent?: string;
  draft?: number;
}

/** Sends the mail or leaves the draft, as the options say; without either, nothing happens. */
export async function handOver(
  { send, draft, from = '', to = '', lists = '' }: Options,
  letter: Letter,
  { mail, now, records }: { mail: Buffer; now: string; records: string },
): Promise<Handed> {
  if (send) {
    const server = parseSmtpAddress(process.env['TAMIZDAT_SMTP'] ?? '');
    const envelope = { from: bareAddress(from), to: bareAddress(to) };
    await deliver({
      way: 'mail',
      id: letter.id,
      at: now,
      to: [envelope.to],
      records,
      send: () => sendMail(mail, envelope, server),
    });
    return { sent: envelope.to };
  }
  if (!draft) return {};
  const account = parseListmonk(process.env['TAMIZDAT_LISTMONK'] ?? '');
  const ids = parseLists(lists);
  let id = 0;
  await deliver({
    way: 'draft',
    id: letter.id,
    at: now,
    to: ids.map((list) => `${new URL(account.server).host}, list ${list}`),
    records,
    send: async () => {
      id = await createDraft(letter, { ...account, lists: ids });
    },
  });
  return { draft: id };
}

/** `Name <user@host>` without its name. */
const bareAddress = (address: string): string =>
  /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address.trim();

/** @throws UsageError without repeating the address, which holds a token */
function parseListmonk(text: string): { server: string; user: string; token: string } {
  const url = URL.parse(text);
  if (!url?.username || !url.password || !isSafe(url))
    throw new UsageError(
      'TAMIZDAT_LISTMONK is an address with a user and a token: https://user:token@lists.example/',
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
