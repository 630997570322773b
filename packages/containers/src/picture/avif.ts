import { splitBoxes } from '../boxes.ts';
import { noFacts, unreadable, type Walk } from '../part.ts';
import { hidesPixels, readAvif } from './avif-file.ts';
import { UnknownForm } from './avif-items.ts';
import { tellAvif } from './avif-told.ts';
import { writeAvif } from './write-avif.ts';

/**
 * Walks an AVIF file (ISO/IEC 14496-12 and 23008-12). What is needed and what is not are mixed in it, so that a clean
 * file is written anew of the picture’s own items and their properties; the coded picture’s bytes stay. A file that moves,
 * or has a form that is not known here, is told and stuck.
 */
export function* walkAvif(bytes: Buffer): Walk {
  const facts = noFacts();
  const end = bytes.length;
  try {
    const top = splitBoxes(bytes);
    facts.complete = true;
    facts.animated = top.some(({ type }) => type === 'moov');
    const file = readAvif(bytes, top);
    // Its bytes are those of the whole picture; an overlay may lie beyond its edges too.
    if (hidesPixels(file)) {
      yield { start: 0, end, tells: 'pixels that were cropped away', stuck: true };
      return facts;
    }
    const { told, exif } = tellAvif(file);
    if (exif !== undefined) facts.exif = exif;
    const becomes = told.length > 0 ? writeAvif(file) : undefined;
    for (const tells of told) yield { start: 0, end: 0, tells };
    yield { start: 0, end, ...(becomes && { becomes }) };
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof UnknownForm)) throw error;
    yield unreadable(0, end);
  }
  return facts;
}
