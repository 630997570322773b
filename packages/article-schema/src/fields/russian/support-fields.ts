import {
  FREQUENCIES,
  METHOD_MARKS,
  NEWSLETTER_ARTICLES,
  NEWSLETTER_FREQUENCIES,
  NEWSLETTER_PICTURES,
  NEWSLETTER_PROVIDERS,
} from '../../vocabulary.ts';
import { EVERY_LANGUAGE, oneOf, SLUG_FORM, URL_FORM, WRITE_URL, writeOneOf } from './forms.ts';

const CURRENCY_FORM = 'код валюты (ISO 4217)';
const AMOUNT_FORM = 'число больше 0';
const AMOUNT_REMEDY = 'Напишите число больше 0, без кавычек, с точкой перед дробной частью.';
const frequencies = FREQUENCIES.join(', ');
const ONE_CURRENCY = 'Напишите одну из валют блока «support».';

/** What the fields of `support` and `newsletters` are in Russian. */
export const SUPPORT_IN_RUSSIAN = {
  support: {
    label: 'поддержка издания',
    remedy: 'Укажите currencies, amounts и methods или уберите поле.',
  },
  'support.currencies': { label: 'валюты', remedy: 'Напишите коды валют в квадратных скобках.' },
  'support.currencies[]': {
    label: 'валюта',
    form: CURRENCY_FORM,
    remedy: 'Напишите код, например USD или EUR.',
  },
  'support.amounts': {
    label: 'суммы',
    remedy: `Укажите их по частоте (${frequencies}) и валюте.`,
  },
  'support.amounts.choices': {
    label: 'суммы на выбор',
    remedy: 'Напишите суммы в квадратных скобках, с точкой перед дробной частью.',
  },
  'support.amounts.choices[]': { label: 'сумма', form: AMOUNT_FORM, remedy: AMOUNT_REMEDY },
  'support.amounts.default': {
    label: 'сумма по умолчанию',
    form: 'одну из сумм',
    remedy: 'Напишите одну из сумм.',
  },
  'support.editions': { label: 'языки с формой', remedy: 'Напишите валюту после каждого языка.' },
  'support.editions[]': {
    label: 'валюта формы',
    form: CURRENCY_FORM,
    remedy: ONE_CURRENCY,
  },
  'support.frequency': {
    label: 'частота по умолчанию',
    form: oneOf(FREQUENCIES),
    remedy: writeOneOf(FREQUENCIES),
  },
  'support.methods': {
    label: 'способы',
    remedy:
      'Укажите для каждого способа id, name, frequencies, currencies и одно из: link, links, account.',
  },
  'support.methods[]': {
    label: 'способ',
    remedy: 'Укажите id, name, frequencies, currencies и одно из: link, links, account.',
  },
  'support.methods[].id': {
    label: 'имя способа',
    form: SLUG_FORM,
    remedy: 'Напишите короткое имя.',
  },
  'support.methods[].name': { label: 'название способа', remedy: EVERY_LANGUAGE },
  'support.methods[].mark': {
    label: 'значок способа',
    form: oneOf(METHOD_MARKS),
    remedy: writeOneOf(METHOD_MARKS),
  },
  'support.methods[].frequencies': {
    label: 'частоты способа',
    remedy: `Напишите хотя бы одно из слов: ${frequencies}.`,
  },
  'support.methods[].frequencies[]': {
    label: 'частота',
    form: oneOf(FREQUENCIES),
    remedy: writeOneOf(FREQUENCIES),
  },
  'support.methods[].currencies': {
    label: 'валюты способа',
    remedy: 'Напишите хотя бы одну из валют блока «support».',
  },
  'support.methods[].currencies[]': {
    label: 'валюта способа',
    form: CURRENCY_FORM,
    remedy: ONE_CURRENCY,
  },
  'support.methods[].link': {
    label: 'образец ссылки',
    form: 'https-адрес, в котором есть {amount} или {minor}',
    remedy: 'Напишите https-адрес с {amount} там, где должна стоять сумма.',
    why: 'Сумма, которую выбрал читатель, должна дойти.',
  },
  'support.methods[].links': {
    label: 'ссылки',
    remedy: 'Укажите frequency, currency, amount и url каждой.',
  },
  'support.methods[].links[].amount': {
    label: 'сумма ссылки',
    form: AMOUNT_FORM,
    remedy: AMOUNT_REMEDY,
  },
  'support.methods[].links[].url': {
    label: 'адрес ссылки',
    form: URL_FORM,
    remedy: WRITE_URL,
  },
  'support.methods[].terms': {
    label: 'слова платёжного сервиса',
    remedy: `Напишите собственное слово сервиса после одного из: ${frequencies}.`,
  },
  'support.methods[].account': {
    label: 'счёт',
    remedy: 'Укажите iban и holder, или bitcoin, или monero, или lines.',
  },
  'support.methods[].account.iban': {
    label: 'IBAN',
    form: 'IBAN с верными контрольными цифрами',
    remedy: 'Скопируйте его у банка.',
    why: 'Деньги, отправленные на счёт с опечаткой, трудно вернуть.',
  },
  'support.methods[].account.holder': {
    label: 'владелец счёта',
    remedy: 'Напишите имя, как оно записано в банке.',
  },
  'support.methods[].account.bic': {
    label: 'BIC',
    form: 'BIC из 8 или 11 символов',
    remedy: 'Скопируйте его у банка или уберите строку.',
  },
  'support.methods[].account.reference': {
    label: 'назначение платежа',
    remedy: 'Напишите слово, которое никому не навредит, или уберите строку.',
  },
  'support.methods[].account.bitcoin': {
    label: 'адрес Bitcoin',
    form: 'адрес Bitcoin',
    remedy: 'Скопируйте его из кошелька ещё раз.',
    why: 'Монеты, отправленные на неверный адрес, пропадут: вернуть их не сможет никто.',
  },
  'support.methods[].account.monero': {
    label: 'адрес Monero',
    form: 'адрес Monero',
    remedy: 'Скопируйте его из кошелька ещё раз.',
    why: 'Монеты, отправленные на неверный адрес, пропадут: вернуть их не сможет никто.',
  },
  'support.methods[].account.lines': { label: 'строки счёта', remedy: EVERY_LANGUAGE },
  'support.notices': {
    label: 'предупреждения',
    remedy: 'Укажите place и text каждого.',
  },
  'support.notices[].place': { label: 'кому предупреждение', remedy: EVERY_LANGUAGE },
  'support.notices[].text': { label: 'текст предупреждения', remedy: EVERY_LANGUAGE },
  newsletters: {
    label: 'рассылки',
    remedy: 'Укажите id, lang, name, description, frequency, provider и privacy каждой.',
  },
  'newsletters[].id': {
    label: 'имя рассылки',
    form: SLUG_FORM,
    remedy: 'Напишите короткое имя и больше его не меняйте.',
  },
  'newsletters[].frequency': {
    label: 'частота рассылки',
    form: oneOf(NEWSLETTER_FREQUENCIES),
    remedy: writeOneOf(NEWSLETTER_FREQUENCIES),
  },
  'newsletters[].articles': {
    label: 'содержание письма',
    form: oneOf(NEWSLETTER_ARTICLES),
    remedy: writeOneOf(NEWSLETTER_ARTICLES),
  },
  'newsletters[].pictures': {
    label: 'картинки в письме',
    form: oneOf(NEWSLETTER_PICTURES),
    remedy: writeOneOf(NEWSLETTER_PICTURES),
  },
  'newsletters[].provider': { label: 'сервис рассылки', remedy: 'Укажите kind и action.' },
  'newsletters[].provider.kind': {
    label: 'вид сервиса',
    form: oneOf(NEWSLETTER_PROVIDERS),
    remedy: writeOneOf(NEWSLETTER_PROVIDERS),
  },
  'newsletters[].provider.action': {
    label: 'адрес формы',
    form: 'адрес https или mailto:',
    remedy: 'Напишите полный https-адрес или mailto: и адрес почты.',
  },
  'newsletters[].privacy': {
    label: 'страница о личных данных',
    form: SLUG_FORM,
    remedy: 'Напишите имя файла из content/pages/<язык> без «.md».',
  },
} as const;
