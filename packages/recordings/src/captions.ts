import type { InBoth } from '@tamizdat/problem';
import { CAPTIONS_MAX_BYTES } from './limits.ts';

/** A mistake in captions; 1-based line. */
export interface CaptionProblem {
  line: number;
  message: InBoth;
}

const TIME = String.raw`(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}`;
const TIMING = new RegExp(
  `^(${TIME})[ \\t]+-->[ \\t]+(${TIME})((?:[ \\t]+[a-z]+:[\\w.,%-]+)*)[ \\t]*$`,
);
/** Tags of WebVTT that say who speaks and how (6.1.3); a class or a time stamp is left out: nothing here styles them. */
const TAG = /<\/?(?:b|i|u|v(?:\s[^<>&]{1,100})?)>/g;

/**
 * Looks through captions in WebVTT (W3C, 2019): header, cues with times that rise, plain text with `<b>`, `<i>`, `<u>`
 * and `<v Name>`. Comments, styles, regions and every other markup are refused: nobody sees them before they are published.
 */
export function checkCaptions(text: string): CaptionProblem[] {
  if (Buffer.byteLength(text) > CAPTIONS_MAX_BYTES)
    return [
      {
        line: 1,
        message: {
          en: `The captions have more than ${CAPTIONS_MAX_BYTES} bytes.`,
          ru: `Субтитры занимают больше ${CAPTIONS_MAX_BYTES} байт.`,
        },
      },
    ];
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  if (lines[0]?.trim() !== 'WEBVTT')
    return [
      {
        line: 1,
        message: {
          en: 'The first line is not “WEBVTT” alone.',
          ru: 'Первая строка — не «WEBVTT» и больше ничего.',
        },
      },
    ];
  const problems: CaptionProblem[] = [];
  let block: { at: number; lines: string[] } = { at: 0, lines: [] };
  for (const [index, line] of [...lines.slice(1), ''].entries()) {
    if (line.trim() !== '') {
      if (block.lines.length === 0) block.at = index + 2;
      block.lines.push(line);
    } else if (block.lines.length > 0) {
      problems.push(...checkBlock(block.lines, block.at));
      block = { at: 0, lines: [] };
    }
  }
  return problems;
}

function checkBlock(lines: readonly string[], at: number): CaptionProblem[] {
  const timingAt = lines[0]?.includes('-->') ? 0 : 1;
  const timing = TIMING.exec(lines[timingAt] ?? '');
  if (/^(?:NOTE|STYLE|REGION)\b/.test(lines[0] ?? ''))
    return [
      {
        line: at,
        message: {
          en: 'Comments, styles and regions are not taken in captions.',
          ru: 'Примечаний, стилей и областей в субтитрах быть не может.',
        },
      },
    ];
  if (timing === null)
    return [
      {
        line: at + timingAt,
        message: {
          en: 'A line like “00:01.000 --> 00:04.000” is missing.',
          ru: 'Нет строки вроде «00:01.000 --> 00:04.000».',
        },
      },
    ];
  const found: CaptionProblem[] = [];
  if (seconds(timing[2] ?? '') <= seconds(timing[1] ?? ''))
    found.push({
      line: at + timingAt,
      message: {
        en: 'The caption ends before it begins.',
        ru: 'Субтитр кончается раньше, чем начинается.',
      },
    });
  for (const [index, line] of lines.entries()) {
    if (index > timingAt && /[<\0]|-->/.test(line.replaceAll(TAG, '')))
      found.push({
        line: at + index,
        message: {
          en: 'Only <b>, <i>, <u> and <v Name> may stand in a caption.',
          ru: 'В субтитре могут стоять только <b>, <i>, <u> и <v Name>.',
        },
      });
  }
  return found;
}

const seconds = (time: string): number =>
  time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
