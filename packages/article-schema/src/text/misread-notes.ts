import { inspectBody, type MisreadFact } from '@tamizdat/body';
import { shorten } from '../characters/count.ts';
import { MISREAD_KINDS } from './misread-kinds.ts';
import type { TextNote } from './text-notes.ts';

/** Languages that print no speech after a dash. */
const QUOTING: readonly string[] = ['en', 'de', 'nl', 'zh', 'ja', 'ko'];

/** What Markdown’s rules would take for marks at the beginning of lines; `lang` is the text’s (BCP 47). */
export function misreadNotes(misread: readonly MisreadFact[], lang = ''): TextNote[] {
  const quotes = QUOTING.includes(lang.split('-')[0] ?? '');
  return misread
    .filter(({ kind }) => !(quotes && kind === 'speech-perhaps'))
    .map(({ kind, at, written, mended }): TextNote => {
      const { code, severity = 'warning', message, remedy } = MISREAD_KINDS[kind];
      return {
        code,
        severity,
        at,
        found: shorten(written),
        message: message.en,
        remedy: remedy.en,
        ru: { message: message.ru, remedy: remedy.ru },
        ...(kind === 'emphasis-nested' && isNested(mended)
          ? {}
          : { example: mended.slice(0, EXAMPLE_MAX).toWellFormed() }),
      };
    });
}

/** Whether emphasis is still nested in a line that was to end it: where several signs pair up otherwise. */
const isNested = (mended: string): boolean =>
  inspectBody(mended).misread.some(({ kind }) => kind === 'emphasis-nested');

/** UTF-16 code units of an example: a line to copy, not a paragraph. */
const EXAMPLE_MAX = 200;
