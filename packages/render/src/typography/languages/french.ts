import type { LanguageTypography } from '../language-typography.ts';
import { METRIC_UNITS, NUMBER_SIGNS } from './metric-units.ts';

/** As the Imprimerie nationale's Lexique has it. */
export const french: LanguageTypography = {
  quotes: [
    ['«\u00a0', '\u00a0»'],
    ['“', '”'],
  ],
  singleQuotes: false,
  elides: true,
  dash: '–',
  bound: [],
  afterNumber: [
    ...METRIC_UNITS,
    ...'h euros millions milliards'.split(' '),
    ...'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
      ' ',
    ),
  ],
  before: [...NUMBER_SIGNS, ...'M. MM. Mme Mlle Dr n° p. art. t.'.split(' ')],
  spacedMarks: { before: '»;:!?', after: '«' },
};
