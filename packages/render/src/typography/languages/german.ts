import type { LanguageTypography } from '../language-typography.ts';
import { METRIC_UNITS, NUMBER_SIGNS } from './metric-units.ts';

/** As Duden has it. */
export const german: LanguageTypography = {
  quotes: [
    ['„', '“'],
    ['‚', '‘'],
  ],
  singleQuotes: false,
  dash: '–',
  bound: [],
  afterNumber: [
    ...METRIC_UNITS,
    ...'Uhr Euro Mio. Mrd. Millionen Milliarden Prozent'.split(' '),
    ...'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(
      ' ',
    ),
  ],
  before: [...NUMBER_SIGNS, ...'Nr. S. Abs. Art. Bd. Dr. Prof. Hr. Fr. St.'.split(' ')],
};
