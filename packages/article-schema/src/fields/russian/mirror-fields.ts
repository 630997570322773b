import { ARCHIVE_KINDS, MIRROR_KINDS } from '../../vocabulary.ts';
import { LANGUAGE_FORM, SLUG_FORM, WRITE_BOOLEAN_OR_NONE, writeOneOf } from './forms.ts';

/** What the fields of the list of mirrors are in Russian. */
export const MIRROR_IN_RUSSIAN = {
  mirrors: {
    label: 'зеркала',
    remedy: 'Перечислите name, address и kind; если зеркал пока нет, напишите «mirrors: []».',
  },
  'mirrors[]': { label: 'зеркало', remedy: 'Укажите name, address и kind.' },
  'mirrors[].name': {
    label: 'имя зеркала',
    form: SLUG_FORM,
    remedy: 'Напишите короткое имя, которое ничего не говорит о тех, кто держит зеркало.',
  },
  'mirrors[].address': {
    label: 'адрес зеркала',
    remedy: 'Напишите полный адрес папки зеркала.',
  },
  'mirrors[].names': {
    label: 'имена зеркала',
    remedy: 'Напишите имена в квадратных скобках; если в адресе нет «*», уберите строку.',
  },
  'mirrors[].names[]': {
    label: 'имя вместо «*»',
    form: SLUG_FORM,
    remedy: 'Напишите имя, которое ни о чём не говорит и не похоже на соседние.',
  },
  'mirrors[].feeds': {
    label: 'имя в лентах зеркала',
    form: SLUG_FORM,
    remedy: 'Напишите одно имя или уберите строку.',
  },
  'mirrors[].passOn': {
    label: 'имена, чтобы передать адрес',
    remedy:
      'Напишите в квадратных скобках имена, которых больше нигде нет; если не нужно, уберите строку.',
  },
  'mirrors[].passOn[]': {
    label: 'имя, чтобы передать адрес',
    form: SLUG_FORM,
    remedy: 'Напишите имя, которое ни о чём не говорит и больше нигде не стоит.',
  },
  'mirrors[].kind': { label: 'вид зеркала', remedy: writeOneOf(MIRROR_KINDS) },
  'mirrors[].folder': { label: 'папка зеркала', remedy: 'Напишите полный путь, от «/».' },
  'mirrors[].repository': {
    label: 'репозиторий зеркала',
    remedy: 'Напишите адрес https или ssh или полный путь к репозиторию без рабочей копии.',
  },
  'mirrors[].branch': {
    label: 'ветка зеркала',
    remedy: 'Напишите имя ветки или уберите строку.',
  },
  'mirrors[].squash': { label: 'не хранить историю', remedy: WRITE_BOOLEAN_OR_NONE },
  'mirrors[].remote': {
    label: 'хранилище в rclone',
    remedy:
      'Напишите имя:путь, как их понимает «rclone lsf»; ключи стоят в настройках самого rclone.',
  },
  'mirrors[].compress': { label: 'хранить сжатым', remedy: WRITE_BOOLEAN_OR_NONE },
  'mirrors[].languages': {
    label: 'языки зеркала',
    remedy: 'Напишите коды языков издания в квадратных скобках или уберите строку.',
  },
  'mirrors[].languages[]': {
    label: 'язык зеркала',
    form: LANGUAGE_FORM,
    remedy: 'Напишите код одного из языков издания.',
  },
  'mirrors[].channel': {
    label: 'где раздают адрес',
    form: SLUG_FORM,
    remedy: 'Напишите короткое имя канала или уберите строку.',
  },
  'mirrors[].worker': {
    label: 'для программ читателей',
    remedy: WRITE_BOOLEAN_OR_NONE,
  },
  archives: {
    label: 'архивы',
    remedy: 'Перечислите name, kind и file или уберите список.',
  },
  'archives[]': { label: 'архив', remedy: 'Укажите name, kind и file.' },
  'archives[].name': {
    label: 'имя архива',
    form: SLUG_FORM,
    remedy: 'Напишите короткое имя.',
  },
  'archives[].kind': { label: 'вид архива', remedy: writeOneOf(ARCHIVE_KINDS) },
  'archives[].file': {
    label: 'файл архива',
    remedy:
      'Напишите полный путь, от «/»; имя файла состоит из латинских букв, цифр и «-» и кончается на .car или .torrent, смотря по виду.',
  },
  'archives[].seeds': {
    label: 'зеркала торрента',
    remedy: 'Напишите в квадратных скобках имена зеркал, которые стоят выше.',
  },
  'archives[].seeds[]': {
    label: 'зеркало торрента',
    form: 'имя зеркала',
    remedy: 'Напишите имя зеркала, которое стоит выше.',
  },
  'archives[].trackers': {
    label: 'трекеры торрента',
    remedy: 'Напишите адреса в квадратных скобках или уберите строку.',
  },
  'archives[].trackers[]': {
    label: 'трекер торрента',
    remedy: 'Напишите полный адрес, который начинается с udp:// или https://.',
  },
  renewal: {
    label: 'правила замены',
    remedy: 'Укажите alive, looks, minutes и daily или уберите правила.',
  },
  'renewal.alive': {
    label: 'число живых имён',
    remedy: 'Напишите целое число от 1 до 100.',
  },
  'renewal.looks': {
    label: 'число проверок',
    remedy: 'Напишите целое число от 2 до 20.',
  },
  'renewal.minutes': {
    label: 'срок проверок в минутах',
    remedy: 'Напишите целое число от 1 до 1200.',
  },
  'renewal.daily': {
    label: 'число имён в сутки',
    remedy: 'Напишите целое число от 0 до 100.',
  },
  'renewal.controls': {
    label: 'контрольные адреса',
    remedy: 'Напишите полные адреса в квадратных скобках или уберите строку.',
  },
  'renewal.controls[]': {
    label: 'контрольный адрес',
    form: 'адрес https с «/» после имени хоста',
    remedy: 'Напишите полный адрес: https://, имя хоста и «/».',
  },
} as const;
