import type { LanguageTypography } from '../language-typography.ts';
import { NUMBER_SIGNS } from './metric-units.ts';

/** As A. Milchin's reference book for publishers and authors has it. */
export const russian: LanguageTypography = {
  quotes: [
    ['«', '»'],
    ['„', '“'],
  ],
  singleQuotes: false,
  dash: '—',
  bound: 'в к с о у и а во ко со об от до из за на по ни но'.split(' '),
  afterNumber: [
    ...'г. гг. в. вв. м км см мм кг г мг т л мл ч с мин сек га Гц Вт кВт МВт ГВт В кВ °C % ‰'.split(
      ' ',
    ),
    ...'тыс. млн млрд трлн руб. коп. ₽ € $ рублей рубля рубль человек человека лет года год'.split(
      ' ',
    ),
    ...'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
      ' ',
    ),
  ],
  before: [
    ...NUMBER_SIGNS,
    ...'ст. п. пп. ч. гл. стр. рис. табл. т. д. кв. корп. им. ул. пр. пер. пл. г. с. пос. обл. р.'.split(
      ' ',
    ),
  ],
};
