import type { LanguageTypography } from '../language-typography.ts';
import { METRIC_UNITS, NUMBER_SIGNS } from './metric-units.ts';

/** As the Academy's Ortografía has it. */
export const spanish: LanguageTypography = {
  quotes: [
    ['«', '»'],
    ['“', '”'],
  ],
  singleQuotes: false,
  dash: '–',
  bound: [],
  afterNumber: [...METRIC_UNITS, ...'euros millones'.split(' ')],
  before: [...NUMBER_SIGNS, ...'Sr. Sra. Dr. Dra. D. núm. n.º p. pp. art.'.split(' ')],
};
