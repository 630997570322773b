import type { PublishApartOptions } from '@tamizdat/mirrors';
import { LINE_TAKEN_BACK } from '../frame/own-codes.ts';

type Tell = NonNullable<PublishApartOptions['tell']>;

/** Shows on a terminal how far each mirror is, on one line that is written over; says nothing elsewhere. */
export function showProgress(stream: NodeJS.WriteStream): { tell: Tell; end: () => void } {
  if (!stream.isTTY) return { tell: () => undefined, end: () => undefined };
  const states = new Map<string, string>();
  return {
    tell: (name, { sent, total }) => {
      states.set(name, `${name} ${sent}/${total}`);
      const line = [...states.values()].join('  ').slice(0, Math.max(stream.columns - 1, 20));
      stream.write(`${LINE_TAKEN_BACK}${line}`);
    },
    end: () => {
      if (states.size > 0) stream.write(LINE_TAKEN_BACK);
    },
  };
}
