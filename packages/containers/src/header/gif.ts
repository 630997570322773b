import { HEADER_PARTS_MAX, SUB_BLOCKS_MAX, TAIL_BYTES } from '../limits.ts';
import type { ByteSource } from './byte-source.ts';
import type { HeaderFacts } from './header-facts.ts';
import { emptyHeader } from './header-facts.ts';

const TRAILER = 0x3b;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const COMMENT = 0xfe;
const APPLICATION = 0xff;

/** Length in bytes of a colour table, from the packed field of a GIF89a descriptor. */
function colourTableBytes(packed: number): number {
  return (packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1);
}

async function skipSubBlocks(source: ByteSource, start: number): Promise<number> {
  let offset = start;
  for (let part = 0; part < SUB_BLOCKS_MAX; part += 1) {
    const length = (await source.read(offset, 1))[0] ?? 0;
    offset += 1 + length;
    if (length === 0) break;
  }
  return offset;
}

async function readExtension(
  source: ByteSource,
  offset: number,
  facts: HeaderFacts,
): Promise<void> {
  const head = await source.read(offset, 14);
  if (head[1] === COMMENT) facts.metadata.add('comment');
  if (head[1] === APPLICATION && head.subarray(3, 11).toString('latin1') === 'XMP Data')
    facts.metadata.add('XMP');
}

async function endsProperly(source: ByteSource): Promise<boolean> {
  const tail = await source.read(Math.max(0, source.size - TAIL_BYTES), TAIL_BYTES);
  return /;\0*$/.test(tail.toString('latin1'));
}

/** Walks the blocks of a GIF file (GIF89a) up to its second picture or its end. */
export async function readGifHeader(source: ByteSource): Promise<HeaderFacts> {
  const facts = emptyHeader();
  const screen = await source.read(0, 13);
  let offset = 13 + colourTableBytes(screen[10] ?? 0);
  let images = 0;
  for (let part = 0; part < HEADER_PARTS_MAX; part += 1) {
    const head = await source.read(offset, 10);
    if (head[0] === TRAILER) return { ...facts, complete: await endsProperly(source) };
    if (head[0] === EXTENSION) {
      await readExtension(source, offset, facts);
      offset = await skipSubBlocks(source, offset + 2);
    } else if (head[0] === IMAGE) {
      images += 1;
      if (images > 1) return { ...facts, animated: true };
      offset = await skipSubBlocks(source, offset + 11 + colourTableBytes(head[9] ?? 0));
    } else break;
  }
  return { ...facts, complete: false };
}
