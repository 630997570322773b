/** What values must look like, after “нужно указать”. */
export const TIME_FORM = 'дату и время с часовым поясом';
export const SLUG_FORM = 'строчные латинские буквы, цифры и одиночные дефисы';
export const URL_FORM = 'полный https-адрес';
export const ULID_FORM = 'ULID: 26 цифр и заглавных латинских букв без I, L, O и U';
export const FILE_FORM = 'имя файла без папок';
export const LANGUAGE_FORM = 'метку языка (BCP 47)';

/** What to do, where several tables say the same. */
export const WRITE_TIME = 'Напишите дату, время и часовой пояс.';
export const WRITE_TIME_OR_NONE = 'Напишите дату, время и часовой пояс или уберите строку.';
export const WRITE_URL = 'Напишите полный https-адрес.';
export const WRITE_URL_OR_NONE = 'Напишите полный https-адрес или уберите строку.';
export const WRITE_BOOLEAN_OR_NONE = 'Напишите true или false или уберите строку.';
export const EVERY_LANGUAGE = 'Напишите на каждом из языков издания.';
export const EVERY_LANGUAGE_OR_NONE = 'Напишите на каждом языке или уберите.';
export const NAME_AND_URL = 'Укажите name и url.';
export const NAMES_AND_URLS_OR_NONE = 'Перечислите name и url или уберите поле.';

export const oneOf = (words: readonly string[]): string => `одно из слов: ${words.join(', ')}`;
export const writeOneOf = (words: readonly string[]): string =>
  `Напишите одно из слов: ${words.join(', ')}.`;

export const CURRENCY_FORM = 'код валюты (ISO 4217)';
export const AMOUNT_FORM = 'число больше 0';
export const AMOUNT_REMEDY = 'Напишите число больше 0, без кавычек, с точкой перед дробной частью.';
export const COLOUR = {
  form: 'цвет из шести шестнадцатеричных цифр',
  remedy: 'Напишите его как #rrggbb, в кавычках.',
};
export const COPY_ID = 'Скопируйте id из начала файла статьи.';
