import { MirrorSource } from '@tamizdat/release';
import { pullMirror } from '../src/pull/pull-mirror.ts';

/** A pull that a test kills: address, folder, fingerprint, moment. */
const [base = '', folder = '', fingerprint = '', now = ''] = process.argv.slice(2);
const source = new MirrorSource(base, { waits: [] });
await pullMirror({ source, folder, known: { fingerprint }, fingerprint, now: Number(now) });
source.close();
