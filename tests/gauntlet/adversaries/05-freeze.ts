import type { Adversary, Run } from '../adversary.ts';
import { FREEZE_BYTES } from '../limits.ts';

const FROZEN = { way: { kind: 'frozen', after: FREEZE_BYTES } } as const;

/** A page fits one frozen connection, so that a browser alone reads it too, without its pictures. */
const RUN: Run = {
  strike: { origin: FROZEN, mirrors: FROZEN },
  plain: { new: 'newest', known: 'newest' },
  worker: { new: 'newest', known: 'newest' },
  pictures: true,
};

export default {
  number: 5,
  title: 'Origin and all mirrors freeze after 16 KB of a connection',
  runs: [
    { ...RUN, name: 'HTTP/2', protocol: 'h2' },
    { ...RUN, name: 'HTTP/1.1', protocol: 'http/1.1' },
  ],
} satisfies Adversary;
