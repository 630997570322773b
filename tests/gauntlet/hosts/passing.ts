import type { Socket } from 'node:net';
import { DRIP_EVERY_MS } from '../limits.ts';
import type { Way } from './way.ts';

/** A connection that a gate let in, and what it carried. */
export interface Passing {
  /** Milliseconds since the process began, at which it was accepted. */
  at: number;
  /** Bytes that were handed to the reader, and to the host; TLS included, TCP's own not. */
  down: number;
  up: number;
  isOver: boolean;
  /** When it ended, as `at`; undefined while it stands. */
  until?: number;
  /** Of `down`, what had passed when counting began anew; undefined for what was accepted since. */
  before?: number;
}

/** Hands bytes on in both directions as a way says, and counts them. */
export function passOn(reader: Socket, host: Socket, way: Way, passing: Passing): void {
  const give = (bytes: Buffer): void => {
    passing.down += bytes.length;
    reader.write(bytes);
  };
  reader.on('data', (bytes: Buffer) => {
    passing.up += bytes.length;
    host.write(bytes);
  });
  reader.on('end', () => host.end());
  if (way.kind === 'dripping') {
    drip(reader, host, way.bytesASecond, give);
    return;
  }
  host.on('data', (bytes: Buffer) => {
    if (way.kind !== 'frozen') give(bytes);
    else if (passing.down < way.after) give(bytes.subarray(0, way.after - passing.down));
  });
  // Nothing ends what is frozen: not even the host.
  host.on('end', () => {
    if (way.kind !== 'frozen') reader.end();
  });
}

function drip(
  reader: Socket,
  host: Socket,
  bytesASecond: number,
  give: (bytes: Buffer) => void,
): void {
  const drop = Math.max(1, Math.floor((bytesASecond * DRIP_EVERY_MS) / 1_000));
  let waiting = Buffer.alloc(0);
  host.on('data', (bytes: Buffer) => {
    waiting = Buffer.concat([waiting, bytes]);
  });
  const timer = setInterval(() => {
    if (waiting.length === 0) return;
    give(waiting.subarray(0, drop));
    waiting = waiting.subarray(drop);
  }, DRIP_EVERY_MS);
  reader.on('close', () => {
    clearInterval(timer);
  });
}
