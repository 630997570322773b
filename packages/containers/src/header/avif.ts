import { HEADER_PARTS_MAX } from '../limits.ts';
import type { ByteSource } from './byte-source.ts';
import type { HeaderFacts } from './header-facts.ts';
import { emptyHeader } from './header-facts.ts';

/** Walks the top-level boxes of an AVIF file (ISO/IEC 14496-12, 4.2); what items it holds libheif says. */
export async function readAvifHeader(source: ByteSource): Promise<HeaderFacts> {
  const facts = emptyHeader();
  let offset = 0;
  for (let part = 0; part < HEADER_PARTS_MAX && offset < source.size; part += 1) {
    const head = await source.read(offset, 16);
    if (head.length < 8) break;
    const type = head.subarray(4, 8).toString('latin1');
    if (type === 'moov') facts.animated = true;
    const short = head.readUInt32BE(0);
    if (short === 0) return facts;
    const length = short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : short;
    if (length < 8) break;
    offset += length;
  }
  return { ...facts, complete: offset === source.size };
}
