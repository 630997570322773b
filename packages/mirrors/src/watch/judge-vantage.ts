import { type ConnectionOptions, openConnection } from '@tamizdat/http';
import type { State } from './judge-mirror.ts';

/**
 * Why nothing can be said of a block from where was looked: names that cannot exist have an answer there, or nothing at
 * all was seen to open, so that what fails may be the network, or the proxy.
 */
export type Blindness = 'every-name' | 'nothing-opens';

/** Mirrors of which something genuine came, and be it old. */
const OPEN: ReadonlySet<State> = new Set(['good', 'stale']);

/** Whether readers get something genuine, and be it old. */
export const isOpen = ({ state }: { state: State }): boolean => OPEN.has(state);

/**
 * Says whether what was found may be the fault of the vantage point; undefined where it is not, or all mirrors open.
 * @param opensStill Whether an address that is known to open, or opened at this look, does so after it: a network or a
 * proxy may fail partway.
 */
export async function judgeVantage(
  states: readonly State[],
  answersEveryName: boolean,
  opensStill: () => Promise<boolean>,
): Promise<Blindness | undefined> {
  if (states.every((state) => OPEN.has(state))) return undefined;
  if (answersEveryName) return 'every-name';
  return (await opensStill()) ? undefined : 'nothing-opens';
}

/** Whether any of some addresses opens, with a certificate that holds. */
export async function opensAny(
  addresses: readonly string[],
  options: ConnectionOptions,
): Promise<boolean> {
  const opened = await Promise.all(addresses.map((address) => opens(new URL(address), options)));
  return opened.includes(true);
}

const opens = (address: URL, options: ConnectionOptions): Promise<boolean> =>
  openConnection(address, options).then(
    (socket) => {
      socket.destroy();
      return true;
    },
    () => false,
  );
