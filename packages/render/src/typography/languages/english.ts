import type { LanguageTypography } from '../language-typography.ts';
import { METRIC_UNITS, NUMBER_SIGNS } from './metric-units.ts';

/** As British papers set it: a spaced en dash; double marks outside, as in both countries' news. */
export const english: LanguageTypography = {
  quotes: [
    ['“', '”'],
    ['‘', '’'],
  ],
  singleQuotes: true,
  dash: '–',
  bound: [],
  afterNumber: [
    ...METRIC_UNITS,
    ...'am pm a.m. p.m. mph ft lb hundred thousand million billion trillion'.split(' '),
    ...'January February March April May June July August September October November December'.split(
      ' ',
    ),
  ],
  before: [...NUMBER_SIGNS, ...'Mr Mrs Ms Dr Mr. Mrs. Ms. Dr. No. p. pp. vol. art.'.split(' ')],
};
