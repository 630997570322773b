import type { LanguageTypography } from '../language-typography.ts';
import { NUMBER_SIGNS } from './metric-units.ts';

export const ukrainian: LanguageTypography = {
  quotes: [
    ['«', '»'],
    ['„', '“'],
  ],
  singleQuotes: false,
  dash: '—',
  bound: 'в у з і й о а та до за на по не ні зі із від од об'.split(' '),
  afterNumber: [
    ...'р. рр. ст. м км см мм кг г мг т л мл год хв с га Гц Вт кВт МВт В кВ °C % ‰'.split(' '),
    ...'тис. млн млрд трлн грн коп. ₴ € $'.split(' '),
    ...'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'.split(
      ' ',
    ),
  ],
  before: [
    ...NUMBER_SIGNS,
    ...'ст. п. пп. ч. гл. с. рис. табл. т. буд. кв. ім. вул. м. обл. р.'.split(' '),
  ],
};
