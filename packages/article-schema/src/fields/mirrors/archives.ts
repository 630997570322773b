import { ARCHIVE_KINDS } from '../../vocabulary.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

const ARCHIVE = { name: 'ipfs', kind: 'car', file: '/srv/archives/fortochka.car' };

/** Files that hold a whole release. */
export const ARCHIVES = {
  archives: {
    label: 'The list of archives',
    description:
      'Files that hold the whole site, made when they are named: `tamizdat publish ipfs`.',
    example: [ARCHIVE],
    remedy: 'Write a list of name, kind and file, or leave the list out.',
    ru: {
      label: 'архивы',
      remedy: 'Перечислите name, kind и file или уберите список.',
    },
  },
  'archives[]': {
    label: 'An archive',
    description: 'Name, kind and file.',
    example: ARCHIVE,
    remedy: 'Give name, kind and file.',
    ru: { label: 'архив', remedy: 'Укажите name, kind и file.' },
  },
  'archives[].name': {
    label: 'The archive’s name',
    description: 'What commands and reports call it. No mirror has the same.',
    example: 'ipfs',
    form: 'lower-case Latin letters, digits and single hyphens',
    remedy: 'Write a short name.',
    ru: {
      label: 'имя архива',
      form: ru.SLUG_FORM,
      remedy: 'Напишите короткое имя.',
    },
  },
  'archives[].kind': {
    label: 'The kind of archive',
    description: 'What is made: `car` (a file for IPFS) or `torrent` (a zip file and its torrent).',
    example: 'car',
    remedy: `Write one of: ${ARCHIVE_KINDS.join(', ')}.`,
    ru: { label: 'вид архива', remedy: ru.writeOneOf(ARCHIVE_KINDS) },
  },
  'archives[].file': {
    label: 'The archive’s file',
    description:
      'The whole path of the file on this machine, which ends in .car or .torrent. The name of a torrent is shown to everybody who loads it.',
    example: '/srv/archives/fortochka.car',
    remedy:
      'Write the whole path, from “/”; the file’s name is made of Latin letters, digits and “-”, and ends in .car or .torrent as its kind does.',
    ru: {
      label: 'файл архива',
      remedy:
        'Напишите полный путь, от «/»; имя файла состоит из латинских букв, цифр и «-» и кончается на .car или .torrent, смотря по виду.',
    },
  },
  'archives[].seeds': {
    label: 'The torrent’s mirrors',
    description:
      'For the kind `torrent`: names of mirrors above, of the kinds `folder` or `rclone`, on which the zip file is put beside the site, so that it can be had while nobody else shares it.',
    example: ['harbour'],
    remedy: 'Write names of mirrors above in brackets.',
    ru: {
      label: 'зеркала торрента',
      remedy: 'Напишите в квадратных скобках имена зеркал, которые стоят выше.',
    },
  },
  'archives[].seeds[]': {
    label: 'The torrent’s mirror',
    description: 'The name of a mirror above.',
    example: 'harbour',
    form: 'the name of a mirror',
    remedy: 'Write the name of a mirror above.',
    ru: {
      label: 'зеркало торрента',
      form: 'имя зеркала',
      remedy: 'Напишите имя зеркала, которое стоит выше.',
    },
  },
  'archives[].trackers': {
    label: 'The torrent’s trackers',
    description:
      'For the kind `torrent`: servers that bring those who load it together, and see the addresses of all of them; none where left out.',
    example: ['udp://tracker.example:6969/announce'],
    remedy: 'Write addresses in brackets, or leave the line out.',
    ru: {
      label: 'трекеры торрента',
      remedy: 'Напишите адреса в квадратных скобках или уберите строку.',
    },
  },
  'archives[].trackers[]': {
    label: 'The torrent’s tracker',
    description: 'The address of a tracker.',
    example: 'udp://tracker.example:6969/announce',
    remedy: 'Write the whole address, with udp:// or https:// before it.',
    ru: {
      label: 'трекер торрента',
      remedy: 'Напишите полный адрес, который начинается с udp:// или https://.',
    },
  },
} as const satisfies FieldTable;
