import { MirrorError } from '../mirror-error.ts';
import { connectionFaults, type Fault } from './connection-faults.ts';

const FULL = {
  code: 'store-full',
  message: { en: 'There is no space left in the store.', ru: 'В хранилище не осталось места.' },
  remedy: {
    en: 'Make space or raise the limit, and publish again: it goes on where it stopped.',
    ru: 'Освободите место или поднимите предел и опубликуйте ещё раз: работа продолжится с того места, где остановилась.',
  },
};

const BUSY = {
  code: 'store-busy',
  message: {
    en: 'The store wants fewer requests.',
    ru: 'Хранилище просит присылать меньше запросов.',
  },
  remedy: {
    en: 'Publish again later: it goes on where it stopped.',
    ru: 'Опубликуйте позже: работа продолжится с того места, где остановилась.',
  },
  passing: true,
};

const DENIED = {
  code: 'store-denied',
  message: {
    en: 'The store does not let you read, write or delete.',
    ru: 'Хранилище не даёт читать, писать или удалять.',
  },
  remedy: {
    en: 'Give the key in rclone’s configuration the right to do all three, and look whether it is still valid.',
    ru: 'Дайте ключу из настроек rclone право на всё это и проверьте, действует ли он ещё.',
  },
};

/** What rclone says for each fault of a store; the first that fits counts. */
const FAULTS: readonly Fault[] = [
  {
    said: /didn't find (?:section in config file|backend called)/i,
    code: 'store-missing',
    message: {
      en: 'Rclone knows no remote of this name.',
      ru: 'Rclone не знает remote с таким именем.',
    },
    remedy: {
      en: 'Make it with “rclone config”, or set its RCLONE_CONFIG_… variables.',
      ru: 'Создайте его командой «rclone config» или задайте переменные RCLONE_CONFIG_….',
    },
  },
  {
    said: /RequestTimeTooSkewed|difference between the request time and|date header too old/i,
    code: 'clock-off',
    message: {
      en: 'The clock of this machine and that of the store differ too much.',
      ru: 'Часы этой машины и часы хранилища слишком расходятся.',
    },
    remedy: {
      en: 'Set this machine’s clock, and publish again. If it is right, write to the store.',
      ru: 'Переведите часы этой машины и опубликуйте ещё раз. Если они верны, напишите хозяевам хранилища.',
    },
  },
  {
    said: /corrupted on transfer|(?:sizes|hash(?:es)?) differ/i,
    code: 'store-altered',
    message: {
      en: 'The store did not keep a file as it was sent.',
      ru: 'Хранилище сохранило файл не таким, каким он отправлен.',
    },
    remedy: {
      en: 'The store cuts or alters files. Look at its settings (compression, “optimisation”), or leave this mirror.',
      ru: 'Хранилище обрезает или меняет файлы. Проверьте его настройки (сжатие, “optimisation”) или откажитесь от этого зеркала.',
    },
    passing: true,
  },
  {
    said: /failed to copy: object not found/i,
    code: 'store-lost',
    message: { en: 'A file was sent, and is not there.', ru: 'Файл отправлен, но его там нет.' },
    remedy: {
      en: 'The store loses what it is sent, or changes its name. Look at its settings, or leave this mirror.',
      ru: 'Хранилище теряет отправленное или меняет имена. Проверьте его настройки или откажитесь от этого зеркала.',
    },
    passing: true,
  },
  ...connectionFaults('store'),
  // Words first: to some stores “too many requests” and “full” are kinds of 403.
  {
    ...BUSY,
    said: /too[ _]?many[ _]?(?:requests|write[ _]operations)|SlowDown|rate ?limit|reduce your request rate|RequestLimitExceeded|DailyLimitExceeded|Server ?(?:is )?Busy|Throttl|(?:transaction|download)[ _]cap[ _]exceeded/i,
  },
  {
    ...FULL,
    said: /no[ _]space|quota|insufficient[ _](?:storage|space)|EntityTooLarge|storage ?(?:limit|full)|cap[ _]exceeded|FileLimitExceeded/i,
  },
  {
    ...DENIED,
    said: /Access ?Denied|unauthorized|not authorized|permission[ _]denied|no_write_permission|InsufficientFilePermissions|InvalidAccessKeyId|SignatureDoesNotMatch|Forbidden|Auth(?:orization|entication)?(?:Failure|Failed|Error|PermissionMismatch)|unable to authenticate|Account(?:Is)?Disabled|account_trouble|(?:bad|invalid|expired)_(?:auth|access)_token|invalid_grant|(?:Expired|Invalid)Token/i,
  },
  {
    said: /NoSuchBucket|ContainerNotFound|(?:bucket|container) does not exist|directory not found/i,
    code: 'store-missing',
    message: { en: 'There is no such bucket or folder.', ru: 'Такого бакета или папки нет.' },
    remedy: {
      en: 'Make it first, or mend the remote’s path.',
      ru: 'Сначала создайте его или исправьте путь в remote.',
    },
  },
  { ...FULL, said: /\b507\b/ },
  { ...BUSY, said: /\b429\b/ },
  { ...DENIED, said: /\b40[13]\b/ },
];

/** What rclone tells besides, whatever happens next: that it has no configuration file, for one. */
const BESIDES = /^\S+ \S+ (?:NOTICE|INFO|DEBUG) *:/;

/** The file that an error is about stands before what is said of it. */
const ABOUT = /^\S+ \S+ (ERROR|CRITICAL) *: .*?: /;

/** Whatever stands in quotation marks, the names that a store gives its answers, and each word: it may be a path. */
const NAMES = /"[^"\n]*"|\b(?:request|host) ?id: \S*|\S+/gi;

const isName = (word: string): boolean => /^"|id: |[/\\]/i.test(word) && !TAG.test(word);

/** What is no name though it looks like one: a tag of Dropbox’s (`path/insufficient_space/..`), an error of OAuth’s. */
const TAG = /^(?:"[a-z]+_[a-z_]+"[,:]?|(?:[a-z_]+\/)+[.:]*)$/;

/** An element of what S3 or Azure answer, and what stands in it. */
const ELEMENT = /<([^<>]{0,200})>([^<>\n]*)/g;

/** Elements that say what is wrong; others give the names of files, buckets and answers. After an end more may be said. */
const TELLING = /^(?:\/.*|Code|Message|AuthenticationErrorDetail)$/;

/** What rclone says of errors, line by line, without the names in it: any word and number may stand in those. */
export const listErrors = (stderr: string): string[] =>
  stderr
    .replaceAll(ELEMENT, (_, tag: string, said: string) => (TELLING.test(tag) ? ` ${said} ` : ' '))
    .split('\n')
    .filter((line) => !BESIDES.test(line))
    .map((line) => line.replace(ABOUT, '$1 : ').replace(STAMP, ''))
    .map((line) => line.replaceAll(NAMES, (word) => (isName(word) ? '' : word)));

const STAMP = /^\d{4}\/\d\d\/\d\d [\d:.]+ /;

/** Why a call of rclone failed. */
export function explainRclone(stderr: string): MirrorError {
  const errors = listErrors(stderr).join('\n');
  const fault = FAULTS.find(({ said }) => said.test(errors));
  const detail = stderr.split('\n').slice(-4).join('\n');
  if (fault === undefined)
    return new MirrorError(
      'store-failed',
      {
        en: 'Rclone could not reach the store, or it broke off.',
        ru: 'Rclone не смог связаться с хранилищем, или связь оборвалась.',
      },
      {
        en: 'Publish again: it goes on where it stopped.',
        ru: 'Опубликуйте ещё раз: работа продолжится с того места, где остановилась.',
      },
      { detail, passing: true },
    );
  const { code, message, remedy, passing = false } = fault;
  return new MirrorError(code, message, remedy, { detail, passing });
}
