import { scanHtml } from '@tamizdat/tree';
import { blankAcross, blankAddresses } from './blank-addresses.ts';

const LINE_END = /\r\n|\r|\n/;
const TIMING = /^[\d:.]{1,20}[ \t]+-->/;
const TAG = /(<[^<>]*>)/;

/**
 * Takes out the addresses that captions show: also those of which tags hold a part, or that stand there as references,
 * `t&period;me`, for players decode them.
 *
 * @param vtt WebVTT that checks took: its lines end as they may. @param hosts As of `blankAddresses`
 */
export const captionsWithoutAddresses = (vtt: string, hosts: readonly string[]): string =>
  vtt
    .split(LINE_END)
    .map((line) => (TIMING.test(line) ? blankAddresses(line, hosts) : blankLine(line, hosts)))
    .join('\n');

function blankLine(line: string, hosts: readonly string[]): string {
  const pieces = line.split(TAG).map((piece, at) => ({ piece, isTag: at % 2 === 1 }));
  const said = blankAcross(
    pieces.map(({ piece, isTag }) => (isTag ? '' : decode(piece))),
    hosts,
  );
  return pieces
    .map(({ piece, isTag }, at) =>
      isTag
        ? `<${escape(blankAddresses(decode(piece.slice(1, -1)), hosts))}>`
        : escape(said[at] ?? ''),
    )
    .join('');
}

function decode(text: string): string {
  const pieces: string[] = [];
  scanHtml(text, { text: (piece) => void pieces.push(piece) });
  return pieces.join('');
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
