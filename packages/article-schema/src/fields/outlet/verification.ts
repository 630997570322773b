import { URL_FORM } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

/** What readers check copies of the site with. */
export const VERIFICATION = {
  rootFingerprint: {
    label: 'The fingerprint of the root',
    description: 'SHA-256 of the first root metadata, by which a reader checks the release.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    form: '64 lower-case hexadecimal digits',
    remedy: 'Copy it from the command that made the keys, or leave the line out.',
    ru: {
      label: 'отпечаток корневого ключа',
      form: '64 шестнадцатеричные цифры строчными буквами',
      remedy: 'Скопируйте его из команды, которая сделала ключи, или уберите строку.',
    },
  },
  fingerprintAt: {
    label: 'The list of places that publish the fingerprint',
    description:
      'Where readers can compare the fingerprint: places that whoever copies the site cannot alter.',
    example: [{ name: 'Mastodon', url: 'https://example.social/@outlet' }],
    remedy: 'Write a list of name and url, or leave it out.',
    ru: {
      label: 'где опубликован отпечаток',
      remedy: ru.NAMES_AND_URLS_OR_NONE,
    },
  },
  'fingerprintAt[]': {
    label: 'A place that publishes the fingerprint',
    description: 'A name and an https address.',
    example: { name: 'Mastodon', url: 'https://example.social/@outlet' },
    remedy: 'Give name and url.',
    ru: { label: 'место с отпечатком', remedy: ru.NAME_AND_URL },
  },
  'fingerprintAt[].name': {
    label: 'The name of the place',
    description: 'What the place is called.',
    example: 'Mastodon',
    remedy: 'Write what it is called.',
    ru: { label: 'название места', remedy: 'Напишите, как оно называется.' },
  },
  'fingerprintAt[].url': {
    label: 'The address of the place',
    description: 'The page on which the fingerprint stands.',
    example: 'https://example.social/@outlet',
    form: URL_FORM,
    remedy: 'Write the whole https address.',
    ru: { label: 'адрес места', form: ru.URL_FORM, remedy: ru.WRITE_URL },
  },
  program: {
    label: 'The program for readers',
    description:
      'Where readers get the file with which they check a copy, which “npm run pack:mirror” makes; the page about checking says so.',
    example: {
      url: 'https://files.example/tamizdat-mirror.mjs',
      sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    },
    remedy: 'Give url and sha256, or leave it out.',
    ru: { label: 'программа для читателей', remedy: 'Укажите url и sha256 или уберите поле.' },
  },
  'program.url': {
    label: 'The address of the program',
    description: 'Where the file lies: on a server that is not the site’s own or a mirror’s.',
    example: 'https://files.example/tamizdat-mirror.mjs',
    form: URL_FORM,
    remedy: 'Write the whole https address.',
    ru: { label: 'адрес программы', form: ru.URL_FORM, remedy: ru.WRITE_URL },
  },
  'program.sha256': {
    label: 'The hash of the program',
    description: 'SHA-256 of the file, as “npm run pack:mirror” prints it.',
    example: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    form: '64 lower-case hexadecimal digits',
    remedy: 'Copy it from the command that made the file.',
    ru: {
      label: 'хеш программы',
      form: '64 шестнадцатеричные цифры строчными буквами',
      remedy: 'Скопируйте его из команды, которая сделала файл.',
    },
  },
} as const satisfies FieldTable;
