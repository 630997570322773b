import { EXIF_MAX_BYTES, HEADER_PARTS_MAX } from '../limits.ts';
import type { ByteSource } from './byte-source.ts';
import type { HeaderFacts } from './header-facts.ts';
import { emptyHeader } from './header-facts.ts';

const EXIF_PREFIX = /^Exif\0\0/;

/** Walks the RIFF chunks of a WebP file (RFC 9649, 2.3). */
export async function readWebpHeader(source: ByteSource): Promise<HeaderFacts> {
  const facts = emptyHeader();
  const riff = await source.read(0, 12);
  const end = riff.readUInt32LE(4) + 8;
  let offset = 12;
  for (
    let part = 0;
    part < HEADER_PARTS_MAX && offset + 8 <= Math.min(end, source.size);
    part += 1
  ) {
    const head = await source.read(offset, 8);
    const length = head.readUInt32LE(4);
    const type = head.subarray(0, 4).toString('latin1');
    if (type === 'ANIM' || type === 'ANMF') facts.animated = true;
    if (type === 'XMP ') facts.metadata.add('XMP');
    if (type === 'EXIF') {
      facts.metadata.add('EXIF');
      const exif = await source.read(offset + 8, Math.min(length, EXIF_MAX_BYTES));
      facts.exif = Buffer.from(
        exif.subarray(EXIF_PREFIX.test(exif.subarray(0, 6).toString('latin1')) ? 6 : 0),
      );
    }
    offset += 8 + length + (length % 2);
  }
  return { ...facts, complete: end <= source.size && offset >= end };
}
