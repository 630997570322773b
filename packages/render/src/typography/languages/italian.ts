import type { LanguageTypography } from '../language-typography.ts';
import { METRIC_UNITS, NUMBER_SIGNS } from './metric-units.ts';

/** As Italian publishing houses' rules have it. */
export const italian: LanguageTypography = {
  quotes: [
    ['«', '»'],
    ['“', '”'],
  ],
  singleQuotes: false,
  elides: true,
  dash: '–',
  bound: [],
  afterNumber: [
    ...METRIC_UNITS,
    ...'euro milioni miliardi'.split(' '),
    ...'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(
      ' ',
    ),
  ],
  before: [...NUMBER_SIGNS, ...'Sig. Sig.ra Dott. Dott.ssa n. p. pp. art.'.split(' ')],
};
