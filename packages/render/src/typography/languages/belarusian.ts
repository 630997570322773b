import type { LanguageTypography } from '../language-typography.ts';
import { NUMBER_SIGNS } from './metric-units.ts';

export const belarusian: LanguageTypography = {
  quotes: [
    ['«', '»'],
    ['„', '“'],
  ],
  singleQuotes: false,
  dash: '—',
  bound: 'у ў з і й а да за на па не ні са аб ад'.split(' '),
  afterNumber: [
    ...'г. гг. ст. м км см мм кг г мг т л мл г с га Гц Вт кВт МВт В кВ °C % ‰'.split(' '),
    ...'тыс. млн млрд трлн руб. кап. € $'.split(' '),
    ...'студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня'.split(
      ' ',
    ),
  ],
  before: [...NUMBER_SIGNS, ...'арт. п. ч. гл. с. мал. табл. т. д. кв. імя вул. г. р.'.split(' ')],
};
