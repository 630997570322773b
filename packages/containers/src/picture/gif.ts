import { PARTS_MAX } from '../limits.ts';
import { GIF_EXTENSIONS } from '../needed.ts';
import {
  behind,
  LEFT_OVER,
  noFacts,
  type Part,
  printable,
  unreadable,
  type Walk,
} from '../part.ts';
import { neededCodes } from './gif-pixels.ts';

const TRAILER = 0x3b;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const SCREEN_BYTES = 13;
const BLOCK_BYTES = 255;
/** Bytes of the longest extension that is needed: label, name, count of repetitions. */
const EXTENSION_BYTES = 19;

/** Length in bytes of the colour table that the packed field of a descriptor announces (GIF89a, 18 and 20). */
const tableBytes = (packed = 0): number =>
  (packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1);

/** Walks the blocks of a GIF file (GIF89a, appendix A). */
export function* walkGif(bytes: Buffer): Walk {
  const facts = noFacts();
  let offset = Math.min(bytes.length, SCREEN_BYTES + tableBytes(bytes[SCREEN_BYTES - 3]));
  let images = 0;
  yield { start: 0, end: offset };
  for (let part = 0; part < PARTS_MAX && offset < bytes.length; part += 1) {
    const kind = bytes[offset];
    if (kind === TRAILER) {
      facts.complete = true;
      yield { start: offset, end: offset + 1 };
      yield* behind(bytes, offset + 1);
      return facts;
    }
    // Of a picture: its descriptor, colour table and code size; of an extension: its label.
    const head = kind === IMAGE ? 11 + tableBytes(bytes[offset + 9]) : 2;
    const end = kind === IMAGE || kind === EXTENSION ? endOfBlocks(bytes, offset + head) : Infinity;
    if (end > bytes.length) break;
    if (kind === IMAGE) images += 1;
    facts.animated = images > 1;
    yield kind === IMAGE
      ? judgePixels(bytes, offset, offset + head, end)
      : judge(bytes, offset, end);
    offset = end;
  }
  if (offset < bytes.length) yield unreadable(offset, bytes.length);
  return facts;
}

/** Behind the sub-blocks that begin here, the last of which is empty. */
function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

/** What a picture’s blocks hold behind the last code of its pixels goes. */
function judgePixels(bytes: Buffer, start: number, from: number, end: number): Part {
  const blocks: Buffer[] = [];
  for (let at = from; bytes[at] !== 0; at += 1 + (bytes[at] ?? 0))
    blocks.push(bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0)));
  const packed = Buffer.concat(blocks);
  const pixels = bytes.readUInt16LE(start + 5) * bytes.readUInt16LE(start + 7);
  const needed = neededCodes(packed, bytes[from - 1] ?? 0, pixels);
  if (needed === undefined || needed >= packed.length) return { start, end };
  const becomes = [bytes.subarray(start, from)];
  for (let at = 0; at < needed; at += BLOCK_BYTES) {
    const block = packed.subarray(at, Math.min(needed, at + BLOCK_BYTES));
    becomes.push(Buffer.from([block.length]), block);
  }
  return { start, end, tells: LEFT_OVER, becomes: Buffer.concat([...becomes, Buffer.alloc(1)]) };
}

function judge(bytes: Buffer, start: number, end: number): Part {
  const block = bytes.toString('latin1', start, Math.min(end, start + EXTENSION_BYTES + 1));
  if (GIF_EXTENSIONS.test(block)) return { start, end };
  const name = block.slice(3, 14);
  if (block[1] === '\xfe' || block[1] === '\x01') return { start, end, tells: 'comment' };
  if (name.startsWith('XMP Data')) return { start, end, tells: 'XMP' };
  return { start, end, tells: `data of a program (${printable(name)})` };
}
