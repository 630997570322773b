import { ErrorInBoth, type InBoth } from '@tamizdat/problem';

/** What can be wrong with the book of names. */
export type AddressFault =
  /** The file is not what was written: cut short, altered, or of a later version. */
  | 'book-damaged'
  /** There was one, and now there is no file. */
  | 'book-missing'
  /** It belongs to another outlet. */
  | 'book-foreign'
  /** The clock of this machine is before what the book holds already. */
  | 'book-clock'
  /** It holds as many names as it may. */
  | 'book-full'
  /** No name that says nothing could be made. */
  | 'names-exhausted'
  /** No ready name is left in a channel. */
  | 'pool-empty'
  /** There is no such name. */
  | 'name-unknown'
  /** The address of a mirror has no host under which names can be. */
  | 'no-names-under';

/** What each fault means, and what to do. Neither a name nor an address stands in it. */
const TOLD: Record<AddressFault, (detail: string) => InBoth> = {
  'book-damaged': (detail) => ({
    en: `The book of names cannot be read (${detail}). Nothing was changed. Put yesterday’s copy in its place; names that were made since are then not in it, so make new ones rather than use those. Without a copy move the file away: a new book is begun, and names of the old one must not be used again.`,
    ru: `Книгу имён не удаётся прочитать (${detail}). Ничего не изменено. Верните вчерашнюю копию; имён, созданных после неё, в ней нет: не пользуйтесь ими, создайте новые. Если копии нет, уберите файл: начнётся новая книга, а имена из прежней больше не используйте.`,
  }),
  'book-missing': () => ({
    en: 'The book of names is gone: there was one at the last renewal. Nothing was changed, and no new one is begun. Is its disk mounted, and does TAMIZDAT_ADDRESSES (or TAMIZDAT_RESERVE) name the right place? Else put yesterday’s copy there. If it is to be gone, begin another one: tamizdat address new --count 20.',
    ru: 'Книга имён пропала: при прошлом обновлении она была. Ничего не изменено, новая не начата. Подключён ли её диск, и то ли место указано в TAMIZDAT_ADDRESSES (или TAMIZDAT_RESERVE)? Если да, верните туда вчерашнюю копию. Если её и не должно быть, начните новую: tamizdat address new --count 20.',
  }),
  'book-foreign': () => ({
    en: 'The book of names is another outlet’s. Nothing was changed. Name this outlet’s own in TAMIZDAT_ADDRESSES; one book holds the names of one outlet.',
    ru: 'Эта книга имён — другого издания. Ничего не изменено. Укажите в TAMIZDAT_ADDRESSES книгу этого издания: у каждого издания она своя.',
  }),
  'book-clock': (detail) => ({
    en: `This machine’s clock is behind: the book of names was last changed at ${detail}. Nothing was changed. Set the clock. If it was wrong back then, correct that time in the book by hand.`,
    ru: `Часы этой машины отстают: книга имён изменена ${detail}. Ничего не изменено. Переведите часы. Если они врали тогда, исправьте это время в книге вручную.`,
  }),
  'book-full': (detail) => ({
    en: `The book of names would hold more than ${detail}. Nothing was changed. Make fewer at a time; or move the book away, keep it, and begin a new one for other domains.`,
    ru: `В книге имён стало бы больше ${detail} имён. Ничего не изменено. Создавайте меньше за раз; или уберите книгу, сохранив её, и начните новую для других доменов.`,
  }),
  'names-exhausted': (detail) => ({
    en: `None of ${detail} names that were tried was new and said nothing of the outlet. Nothing was changed. Choose another kind with --made; if that does not help, this machine’s generator of chance is broken.`,
    ru: `Ни одно из ${detail} имён не оказалось новым и ничего не говорящим об издании. Ничего не изменено. Выберите другой вид имён (--made); если не поможет, на этой машине неисправен генератор случайных чисел.`,
  }),
  'pool-empty': (detail) => ({
    en: `No ready name is left in the channel “${detail}”. Make some: tamizdat address new --channel ${detail} --under <mirror> --count 10`,
    ru: `В канале «${detail}» не осталось готовых имён. Создайте их: tamizdat address new --channel ${detail} --under <зеркало> --count 10`,
  }),
  'name-unknown': () => ({
    en: 'The book holds no such name. Write its first part, its host or its whole address as they were printed.',
    ru: 'Такого имени в книге нет. Напишите его первую часть, имя хоста или весь адрес так, как они были напечатаны.',
  }),
  'no-names-under': () => ({
    en: 'No names can be made under that address. They can be under a wildcard (https://*.example.net/), or, with --domain example.net, under a domain that the mirror’s https host ends with; not under an onion service or a number, nor directly under a domain where anybody can have a name (pages.dev, co.uk).',
    ru: 'Под этим адресом имён не создать. Их можно создавать под звёздочкой (https://*.example.net/) или, с --domain example.net, под доменом, которым кончается имя хоста зеркала (https); не под onion-сервисом, не под числовым адресом и не прямо в домене, где имя может получить кто угодно (pages.dev, co.uk).',
  }),
};

/** Why names could not be made, given or noted, and what to do. It never holds a name or an address. */
export class AddressError extends ErrorInBoth {
  override name = 'AddressError';
  readonly code: AddressFault;
  /** A channel, a time, a number: what helps to find the fault. */
  readonly detail: string;

  constructor(code: AddressFault, detail = '') {
    const { en, ru } = TOLD[code](detail);
    super({ en: `${code}: ${en}`, ru: `${code}: ${ru}` });
    this.code = code;
    this.detail = detail;
  }
}
