import { HEADER_PARTS_MAX, TAIL_BYTES } from '../limits.ts';
import type { ByteSource } from './byte-source.ts';
import type { HeaderFacts } from './header-facts.ts';
import { emptyHeader } from './header-facts.ts';

const EXIF = 'Exif\0\0';
const COMMENT = 0xfe;
const START_OF_SCAN = 0xda;
/** Start-of-frame markers (T.81 table B.1); C4, C8 and CC among them mean something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const PREFIX_LENGTH = 32;

/** Application segments (ITU-T T.81 B.2.4.6) by marker and the first characters of what they hold. */
const SEGMENTS: readonly { marker: number; prefix: string; word: string | undefined }[] = [
  { marker: 0xe0, prefix: 'JFIF\0', word: undefined },
  { marker: 0xe0, prefix: 'JFXX\0', word: 'thumbnail' },
  { marker: 0xe1, prefix: EXIF, word: 'EXIF' },
  { marker: 0xe1, prefix: 'http://ns.adobe.com/', word: 'XMP' },
  { marker: 0xe2, prefix: 'ICC_PROFILE\0', word: undefined },
  { marker: 0xe2, prefix: 'MPF\0', word: 'second picture' },
  { marker: 0xed, prefix: '', word: 'IPTC' },
  { marker: 0xee, prefix: 'Adobe', word: undefined },
];

function wordOf(marker: number, start: string): string | undefined {
  if (marker === COMMENT) return 'comment';
  if (marker < 0xe0 || marker > 0xef) return undefined;
  const known = SEGMENTS.find(
    (segment) => segment.marker === marker && start.startsWith(segment.prefix),
  );
  return known ? known.word : `data of a program (APP${String(marker - 0xe0)})`;
}

async function endsProperly(source: ByteSource): Promise<boolean> {
  const tail = await source.read(Math.max(0, source.size - TAIL_BYTES), TAIL_BYTES);
  return /\xff\xd9\0*$/.test(tail.toString('latin1'));
}

/** Walks the segments of a JPEG file up to its first scan. */
export async function readJpegHeader(source: ByteSource): Promise<HeaderFacts> {
  const facts = emptyHeader();
  let offset = 2;
  for (let part = 0; part < HEADER_PARTS_MAX; part += 1) {
    const head = await source.read(offset, 4 + PREFIX_LENGTH);
    if (head.length < 4 || head[0] !== 0xff) break;
    const marker = head[1] ?? 0;
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker === START_OF_SCAN) return { ...facts, complete: await endsProperly(source) };
    const length = head.readUInt16BE(2);
    const start = head.subarray(4).toString('latin1');
    if (isFrame(marker) && head.length >= 9) {
      facts.size = { width: head.readUInt16BE(7), height: head.readUInt16BE(5) };
    }
    const word = wordOf(marker, start);
    if (word !== undefined) facts.metadata.add(word);
    if (word === 'EXIF') {
      const segment = await source.read(
        offset + 4 + EXIF.length,
        Math.max(0, length - 2 - EXIF.length),
      );
      facts.exif = Buffer.from(segment);
    }
    offset += 2 + length;
  }
  return { ...facts, complete: false };
}
