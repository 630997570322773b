import type { LanguageTypography } from '../language-typography.ts';
import { METRIC_UNITS, NUMBER_SIGNS } from './metric-units.ts';

export const arabic: LanguageTypography = {
  quotes: [
    ['«', '»'],
    ['“', '”'],
  ],
  singleQuotes: false,
  dash: '–',
  bound: [],
  afterNumber: [...METRIC_UNITS],
  before: [...NUMBER_SIGNS],
};
