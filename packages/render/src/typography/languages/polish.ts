import type { LanguageTypography } from '../language-typography.ts';
import { METRIC_UNITS, NUMBER_SIGNS } from './metric-units.ts';

export const polish: LanguageTypography = {
  quotes: [
    ['„', '”'],
    ['«', '»'],
  ],
  singleQuotes: false,
  dash: '–',
  bound: 'a i o u w z'.split(' '),
  afterNumber: [
    ...METRIC_UNITS,
    ...'r. w. tys. mln mld zł gr'.split(' '),
    ...'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia'.split(
      ' ',
    ),
  ],
  before: [...NUMBER_SIGNS, ...'nr art. ust. s. t. ul. dr prof. św.'.split(' ')],
};
