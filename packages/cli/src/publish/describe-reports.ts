import type { Failure, Published, Report } from '@tamizdat/mirrors';
import type { ArchiveReport } from '@tamizdat/mirrors/archives';
import { say, tell } from '../language/say.ts';
import { alignColumns } from '../tree/align-columns.ts';

const MIRROR = say({ en: 'mirror', ru: 'зеркало' });
const KIND = say({ en: 'kind', ru: 'вид' });

const HEADINGS = [
  MIRROR,
  KIND,
  say({ en: 'release', ru: 'выпуск' }),
  say({ en: 'sent', ru: 'отправлено' }),
  say({ en: 'bytes', ru: 'байт' }),
  say({ en: 'deleted', ru: 'удалено' }),
  say({ en: 'waiting', ru: 'ждут' }),
  say({ en: 'seconds', ru: 'секунд' }),
  '',
];

/** What became of a mirror or an archive. */
export type AnyReport = Report | ArchiveReport;

export const isArchive = (report: AnyReport): report is ArchiveReport => 'failures' in report;

/** Whether a report is of something that went wrong. */
export const hasFailed = (report: AnyReport): boolean =>
  isArchive(report) ? report.failures.length > 0 : report.failure !== undefined;

/** A report for programs, as it is told in the language of this run. */
export const inLanguage = (report: AnyReport): object =>
  isArchive(report)
    ? { ...report, failures: report.failures.map(tell) }
    : { ...report, ...(report.failure && { failure: tell(report.failure) }) };

const failedWith = ({ code }: Failure): string =>
  say({ en: `failed: ${code}`, ru: `не удалось: ${code}` });

/** What was done, as a table, with what is to be said of single mirrors under it. */
export function describeReports(reports: readonly AnyReport[]): string {
  const table = alignColumns([HEADINGS, ...reports.map(listCells)], [MIRROR, KIND, '']);
  const notes = reports.flatMap(listNotes);
  return `${[table, ...(notes.length === 0 ? [] : ['', ...notes])].join('\n')}\n`;
}

function listCells(report: AnyReport): string[] {
  if (isArchive(report)) return listArchiveCells(report);
  const { name, kind, took, published, failure } = report;
  const seconds = (took / 1_000).toFixed(1);
  if (published === undefined) {
    const said =
      failure === undefined
        ? say({ en: 'copied by others', ru: 'копируют другие' })
        : failedWith(failure);
    return [name, kind, '', '', '', '', '', failure === undefined ? '' : seconds, said];
  }
  const { release, sent, bytes, deleted, waiting } = published;
  const numbers = [release, sent, bytes, deleted, waiting].map(String);
  return [name, kind, ...numbers, seconds, describeState(published)];
}

function listArchiveCells(report: ArchiveReport): string[] {
  const { name, kind, took, release, bytes, state } = report;
  const isLeft = state === 'left' && report.failures.length === 0;
  const seconds = isLeft ? '' : (took / 1_000).toFixed(1);
  const written = state === 'made' ? String(bytes) : '';
  return [name, kind, String(release ?? ''), '', written, '', '', seconds, describeArchive(report)];
}

function describeArchive({ name, state, failures, seeded = [] }: ArchiveReport): string {
  const [failure] = failures;
  if (failure !== undefined) return failedWith(failure);
  const words = {
    left: say({
      en: `left as it is; made by “tamizdat publish ${name}”`,
      ru: `оставлен как есть; сделать: «tamizdat publish ${name}»`,
    }),
    made:
      seeded.length === 0
        ? say({ en: 'made', ru: 'сделан' })
        : say({
            en: `made, and put on ${seeded.join(', ')}`,
            ru: `сделан и положен на ${seeded.join(', ')}`,
          }),
    same: say({ en: 'nothing new', ru: 'ничего нового' }),
    planned: say({ en: 'would be made', ru: 'был бы сделан' }),
  };
  return words[state];
}

function describeState({ state, resumed }: Published): string {
  if (state === 'same') return say({ en: 'nothing new', ru: 'ничего нового' });
  if (state === 'planned')
    return resumed
      ? say({ en: 'would finish what was begun', ru: 'было бы закончено начатое' })
      : say({ en: 'would be sent', ru: 'было бы отправлено' });
  return resumed
    ? say({ en: 'finished what was begun', ru: 'закончено начатое' })
    : say({ en: 'published', ru: 'опубликовано' });
}

function listNotes(report: AnyReport): string[] {
  if (isArchive(report)) return listArchiveNotes(report);
  const { name, published, failure } = report;
  if (failure !== undefined) return describeFailure(name, failure);
  if (published === undefined) return [];
  const { kept, taken, first, state } = published;
  const left = [
    ...kept.map((file) =>
      say({
        en: `${name}: ${file} keeps the origin’s addresses, because it holds the mirror’s own already.`,
        ru: `${name}: в ${file} остались адреса основного сайта, потому что адрес самого зеркала там уже есть.`,
      }),
    ),
    ...taken.map((file) =>
      say({
        en: `${name}: ${file} holds a name that this mirror answers under. Asked under that name it cannot be verified: name another address in the article.`,
        ru: `${name}: в ${file} есть имя, под которым отвечает это зеркало. Под этим именем файл не проверить: напишите в статье другой адрес.`,
      }),
    ),
  ];
  if (!first || state !== 'published') return left;
  return [...left, ...listToSet(report).map((text) => `${name}: ${text}`)];
}

function describeFailure(name: string, failure: Failure): string[] {
  const { message, remedy, detail } = tell(failure);
  const said = detail === undefined ? [] : [`  ${detail.replaceAll('\n', '\n  ')}`];
  return [`${name}: ${message}`, `  ${remedy}`, ...said];
}

function listArchiveNotes({ name, file, cid, magnet, failures }: ArchiveReport): string[] {
  return [
    ...(cid === undefined ? [] : [`${name}: ${file}`, `  CID ${cid}`]),
    ...(magnet === undefined ? [] : [`${name}: ${file}`, `  ${magnet}`]),
    ...failures.flatMap((failure) => describeFailure(name, failure)),
  ];
}

/** What the host of a new mirror is to be told. */
const listToSet = ({ kind, everyName }: Report): string[] => [
  WHAT_TO_SET[kind],
  ...(everyName === undefined ? [] : [EVERY_NAME[everyName]]),
];

/** What a mirror takes that answers under every name of a domain. */
const EVERY_NAME: Readonly<Record<NonNullable<Report['everyName']>, string>> = {
  'put-in': say({
    en: 'it answers under every name of a domain: that takes a record for “*” in the DNS, a certificate for it, and a server that puts the name into feeds and the like, by docs/hosting/nginx-wildcard.conf, nginx-wildcard-sub-path.conf, Caddyfile-wildcard or Caddyfile-wildcard-sub-path. A host that cannot: set “feeds” in content/mirrors.yaml to one name.',
    ru: 'отвечает под любым именем домена: для этого нужны запись «*» в DNS, сертификат для неё и сервер, который подставляет имя в ленты и подобные файлы, по docs/hosting/nginx-wildcard.conf, nginx-wildcard-sub-path.conf, Caddyfile-wildcard или Caddyfile-wildcard-sub-path. Если хостинг так не может, впишите в content/mirrors.yaml в “feeds” одно имя.',
  }),
  set: say({
    en: 'it answers under every name of a domain: that takes a record for “*” in the DNS, a certificate for it, and a server that answers for every name. Feeds and the like hold the one name of “feeds” for everybody: links of a feed that was subscribed to under another name lead to that one, and once it is blocked no subscriber’s link opens. Change it then, and publish (docs/mirrors.md).',
    ru: 'отвечает под любым именем домена: для этого нужны запись «*» в DNS, сертификат для неё и сервер, который отвечает под любым именем. В лентах и подобных файлах для всех стоит одно имя из “feeds”: ссылки ленты, на которую подписались под другим именем, ведут на него, а когда его заблокируют, ни у одного подписчика ссылки не откроются. Тогда смените его и опубликуйте (docs/mirrors.md).',
  }),
};

/** By kind. */
const WHAT_TO_SET: Readonly<Record<Report['kind'], string>> = {
  folder: say({
    en: 'by docs/hosting the server is ready; any other has to send “Access-Control-Allow-Origin: *”, answer 404 for what is missing, and compress pages, so that readers’ programs can use it: “tamizdat watch” looks whether it does.',
    ru: 'с docs/hosting сервер готов; любой другой должен отправлять “Access-Control-Allow-Origin: *”, отвечать 404 на то, чего нет, и сжимать страницы, чтобы им могли пользоваться программы читателей: так ли это, покажет «tamizdat watch».',
  }),
  git: say({
    en: 'most Pages hosts send “Access-Control-Allow-Origin: *” and 404 by themselves; “tamizdat watch” looks whether this one does.',
    ru: 'большинство хостингов Pages сами отправляют “Access-Control-Allow-Origin: *” и 404; так ли у этого, покажет «tamizdat watch».',
  }),
  rclone: say({
    en: 'the bucket’s CORS rules have to allow GET from all origins, and 404.html has to be its answer 404, so that readers’ programs can use it: “tamizdat watch” looks whether that is so.',
    ru: 'правила CORS бакета должны разрешать GET отовсюду, а ответом 404 должен быть 404.html, чтобы им могли пользоваться программы читателей: так ли это, покажет «tamizdat watch».',
  }),
  copied: '',
};
