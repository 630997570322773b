import { randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { type ConnectionOptions, openConnection } from '@tamizdat/http';
import { MADE_NAME_BYTES } from '../limits.ts';

/** A name that nobody has: what answers for it answers for every name. */
const made = (): string => randomBytes(MADE_NAME_BYTES).toString('hex');

/** One address of a wildcard that was given to nobody: to look at it tells those who listen nothing that is in use. */
export const madeAddress = (wildcard: string): URL =>
  new URL(wildcard.replace('//*.', `//${made()}.`));

/**
 * Whether names that cannot exist (RFC 6761, 6.4) have an answer where readers' names are looked up: then an answer for a
 * mirror's name says nothing, because the network or a proxy puts a page of its own in the place of every name.
 */
export async function answersEveryName(options: ConnectionOptions): Promise<boolean> {
  const host = `${made()}.invalid`;
  try {
    if (options.proxy === undefined) return (await lookup(host)).address !== '';
    (await openConnection(new URL(`http://${host}/`), options)).destroy();
    return true;
  } catch {
    return false;
  }
}
