import { MIRROR_KINDS } from '../../vocabulary.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

const EXAMPLE = {
  name: 'harbour',
  address: 'https://harbour.example/',
  kind: 'folder',
  folder: '/srv/harbour',
};

/** Copies of the site that everybody may know of. */
export const MIRRORS = {
  mirrors: {
    label: 'The list of mirrors',
    description: 'Copies of the site that everybody may know of. Reserve mirrors never stand here.',
    example: [EXAMPLE],
    remedy: 'Write a list of name, address and kind; “mirrors: []” where there is none yet.',
    ru: {
      label: 'зеркала',
      remedy: 'Перечислите name, address и kind; если зеркал пока нет, напишите «mirrors: []».',
    },
  },
  'mirrors[]': {
    label: 'A mirror',
    description: 'Name, address, kind and what the kind needs.',
    example: EXAMPLE,
    remedy: 'Give name, address and kind.',
    ru: { label: 'зеркало', remedy: 'Укажите name, address и kind.' },
  },
  'mirrors[].name': {
    label: 'The mirror’s name',
    description: 'What commands and reports call it. Everybody can read it.',
    example: 'harbour',
    form: 'lower-case Latin letters, digits and single hyphens',
    remedy: 'Write a short name that says nothing of the people who host it.',
    ru: {
      label: 'имя зеркала',
      form: ru.SLUG_FORM,
      remedy: 'Напишите короткое имя, которое ничего не говорит о тех, кто держит зеркало.',
    },
  },
  'mirrors[].address': {
    label: 'The mirror’s address',
    description:
      'Where its front page’s folder is: https, or http for an onion service or this machine. “*” in the place of the first name stands for every name of a domain that one server answers under.',
    example: 'https://harbour.example/',
    remedy: 'Write the whole address of the mirror’s folder.',
    ru: {
      label: 'адрес зеркала',
      remedy: 'Напишите полный адрес папки зеркала.',
    },
  },
  'mirrors[].names': {
    label: 'The mirror’s names',
    description:
      'For an address with “*”: what stands in its place in the addresses that are announced, the best first. Every other name leads to the mirror too, and is told by nobody.',
    example: ['vetla', 'sorin'],
    remedy: 'Write names in brackets, or leave the line out where the address has no “*”.',
    ru: {
      label: 'имена зеркала',
      remedy: 'Напишите имена в квадратных скобках; если в адресе нет «*», уберите строку.',
    },
  },
  'mirrors[].names[]': {
    label: 'A name of the mirror',
    description: 'One part of a host’s name, without dots.',
    example: 'vetla',
    form: 'lower-case Latin letters, digits and single hyphens',
    remedy: 'Write a name that says nothing and follows no pattern.',
    ru: {
      label: 'имя вместо «*»',
      form: ru.SLUG_FORM,
      remedy: 'Напишите имя, которое ни о чём не говорит и не похоже на соседние.',
    },
  },
  'mirrors[].feeds': {
    label: 'The name in the mirror’s feeds',
    description:
      'For an address with “*” at a host that cannot put in the name it was asked under: the name that feeds, sitemaps and `robots.txt` hold for everybody, so that a block of it breaks the links of every subscriber: take one that is shown nowhere else. Left out, they keep the outlet’s own address, for the server to replace.',
    example: 'morel',
    form: 'lower-case Latin letters, digits and single hyphens',
    remedy: 'Write one name, or leave the line out.',
    ru: {
      label: 'имя в лентах зеркала',
      form: ru.SLUG_FORM,
      remedy: 'Напишите одно имя или уберите строку.',
    },
  },
  'mirrors[].passOn': {
    label: 'The names to pass on',
    description:
      'For an address with “*”: each article’s page offers its address under one of these names, to be passed on; none where left out. One name is the same on all pages: once it is blocked, all that was passed on is, and it says of nobody what they read. Several are shared out among the articles: a blocked one takes few along, but who sees a name knows which articles it may have come from, and whoever opens all articles has all names.',
    example: ['lumak'],
    remedy: 'Write names that stand nowhere else in brackets, or leave the line out.',
    ru: {
      label: 'имена, чтобы передать адрес',
      remedy:
        'Напишите в квадратных скобках имена, которых больше нигде нет; если не нужно, уберите строку.',
    },
  },
  'mirrors[].passOn[]': {
    label: 'A name to pass on',
    description: 'One part of a host’s name, without dots.',
    example: 'lumak',
    form: 'lower-case Latin letters, digits and single hyphens',
    remedy: 'Write a name that says nothing and stands nowhere else.',
    ru: {
      label: 'имя, чтобы передать адрес',
      form: ru.SLUG_FORM,
      remedy: 'Напишите имя, которое ни о чём не говорит и больше нигде не стоит.',
    },
  },
  'mirrors[].kind': {
    label: 'The kind of mirror',
    description:
      'How files come to it: `folder` (a folder of this machine), `git` (a branch, as Pages hosts serve it), `rclone` (any store that rclone knows), `copied` (others copy it; nothing is sent).',
    example: 'folder',
    remedy: `Write one of: ${MIRROR_KINDS.join(', ')}.`,
    ru: { label: 'вид зеркала', remedy: ru.writeOneOf(MIRROR_KINDS) },
  },
  'mirrors[].folder': {
    label: 'The mirror’s folder',
    description: 'For the kind `folder`: the whole path of the folder that is served.',
    example: '/srv/harbour',
    remedy: 'Write the whole path, from “/”.',
    ru: { label: 'папка зеркала', remedy: 'Напишите полный путь, от «/».' },
  },
  'mirrors[].repository': {
    label: 'The mirror’s repository',
    description:
      'For the kind `git`: where it is pushed to. Passwords and tokens stand in git’s own configuration.',
    example: 'git@pages.example:fortochka/site.git',
    remedy: 'Write an https or ssh address, or the whole path of a bare repository.',
    ru: {
      label: 'репозиторий зеркала',
      remedy: 'Напишите адрес https или ssh или полный путь к репозиторию без рабочей копии.',
    },
  },
  'mirrors[].branch': {
    label: 'The mirror’s branch',
    description: 'For the kind `git`: the branch that is served; `pages` where left out.',
    example: 'pages',
    remedy: 'Write the branch’s name, or leave the line out.',
    ru: {
      label: 'ветка зеркала',
      remedy: 'Напишите имя ветки или уберите строку.',
    },
  },
  'mirrors[].squash': {
    label: '“squash”',
    description:
      'For the kind `git`: keep no history, so that the repository stays as small as the site.',
    example: true,
    remedy: 'Write true or false, or leave the line out.',
    ru: { label: 'не хранить историю', remedy: ru.WRITE_BOOLEAN_OR_NONE },
  },
  'mirrors[].remote': {
    label: 'The mirror’s remote',
    description:
      'For the kind `rclone`: the remote’s name in rclone’s own configuration, a colon, and the path in it.',
    example: 'bucket:fortochka-site',
    remedy: 'Write name:path as “rclone lsf” takes it; keys stand in rclone’s own configuration.',
    ru: {
      label: 'хранилище в rclone',
      remedy:
        'Напишите имя:путь, как их понимает «rclone lsf»; ключи стоят в настройках самого rclone.',
    },
  },
  'mirrors[].compress': {
    label: '“compress”',
    description:
      'For the kind `rclone`: store pages, feeds and JSON compressed, because the store does not compress them itself.',
    example: true,
    remedy: 'Write true or false, or leave the line out.',
    ru: { label: 'хранить сжатым', remedy: ru.WRITE_BOOLEAN_OR_NONE },
  },
  'mirrors[].languages': {
    label: 'The mirror’s languages',
    description: 'For whom it is meant; readers of all languages where left out.',
    example: ['ru'],
    remedy: 'Write codes of the outlet’s languages in brackets, or leave the line out.',
    ru: {
      label: 'языки зеркала',
      remedy: 'Напишите коды языков издания в квадратных скобках или уберите строку.',
    },
  },
  'mirrors[].languages[]': {
    label: 'The mirror’s language',
    description: 'One of the outlet’s languages.',
    example: 'ru',
    form: 'a language tag (BCP 47)',
    remedy: 'Write the code of one of the outlet’s languages.',
    ru: {
      label: 'язык зеркала',
      form: ru.LANGUAGE_FORM,
      remedy: 'Напишите код одного из языков издания.',
    },
  },
  'mirrors[].channel': {
    label: 'The mirror’s channel',
    description:
      'Where its address is handed out. One domain a channel: then a block shows where it leaked.',
    example: 'messenger',
    form: 'lower-case Latin letters, digits and single hyphens',
    remedy: 'Write a short name of the channel, or leave the line out.',
    ru: {
      label: 'где раздают адрес',
      form: ru.SLUG_FORM,
      remedy: 'Напишите короткое имя канала или уберите строку.',
    },
  },
  'mirrors[].worker': {
    label: '“worker”',
    description:
      'Whether readers’ programs may fetch from it, for which it must allow other origins (CORS) and answer 404 for what is missing; true where left out, but false for an onion service.',
    example: false,
    remedy: 'Write true or false, or leave the line out.',
    ru: {
      label: 'для программ читателей',
      remedy: ru.WRITE_BOOLEAN_OR_NONE,
    },
  },
} as const satisfies FieldTable;
