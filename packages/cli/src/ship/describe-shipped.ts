import { describeReports, hasFailed, inLanguage } from '../publish/describe-reports.ts';
import { describeHeld } from '../mirrors/list-held.ts';
import { say } from '../language/say.ts';
import { alignColumns } from '../tree/align-columns.ts';
import type { Shipped, ShippedMirror, Step } from './shipped.ts';
import type { Verdict } from './verify-mirrors.ts';

/**
 * What a run did, on one screen, the verdict last.
 * @param backup What is said of backups: once, by the run that makes the first release.
 */
export function describeShipped(shipped: Shipped, backup = ''): string {
  const lines = [
    ...describeSteps(shipped),
    ...(shipped.mirrors.length > 0 && shipped.steps.includes('publish')
      ? ['', describeMirrors(shipped)]
      : []),
    ...describeFailures(shipped),
    ...(shipped.release?.made?.isListHeld ? ['', describeHeld()] : []),
    ...(backup !== '' && hasBegun(shipped) ? ['', backup] : []),
    ...(shipped.steps.length > 0 ? [''] : []),
    describeOutcome(shipped),
  ];
  return `${lines.join('\n')}\n`;
}

/** Whether the run made the first release of all. */
const hasBegun = ({ release }: Shipped): boolean =>
  release?.number === 1 && release.made !== undefined;

function describeSteps({ steps, release, kept, outcome, step }: Shipped): string[] {
  const isPlan = outcome === 'planned';
  return steps
    .filter((one) => one !== 'publish' && one !== 'verify')
    .map((one) => {
      const name = say(NAMES[one]);
      if (one === step) return `${name}: ${say({ en: 'stopped', ru: 'остановлено' })}`;
      if (isPlan) return `${name}: ${say({ en: 'to be done', ru: 'предстоит' })}`;
      if (one === 'release' && release?.made !== undefined)
        return `${name}: ${say({
          en: `${release.number}, ${release.made.changed} files changed, ${release.made.removed} taken down`,
          ru: `${release.number}; изменено файлов: ${release.made.changed}, снято: ${release.made.removed}`,
        })}`;
      if (one === 'keep' && typeof kept === 'object')
        return `${name}: ${say({ en: `${kept.branch} of ${kept.where}`, ru: `${kept.branch} в ${kept.where}` })}`;
      return `${name}: ${say({ en: 'done', ru: 'готово' })}`;
    });
}

const NAMES: Readonly<Record<Step, { en: string; ru: string }>> = {
  check: { en: 'Check', ru: 'Проверка' },
  build: { en: 'Build', ru: 'Сборка' },
  release: { en: 'Release', ru: 'Выпуск' },
  keep: { en: 'State kept', ru: 'Состояние сохранено' },
  publish: { en: 'Publish', ru: 'Публикация' },
  verify: { en: 'Verify', ru: 'Проверка зеркал' },
};

function describeMirrors({ mirrors, release }: Shipped): string {
  const headings = [
    say({ en: 'mirror', ru: 'зеркало' }),
    say({ en: 'kind', ru: 'вид' }),
    say({ en: 'sent', ru: 'отправлено' }),
    '',
  ];
  const rows = mirrors.map((mirror) => [
    mirror.name,
    mirror.kind,
    sentTo(mirror),
    describeMirror(mirror, release === undefined),
  ]);
  return alignColumns([headings, ...rows], [headings[0] ?? '', headings[1] ?? '', '']);
}

const sentTo = ({ report }: ShippedMirror): string =>
  report?.published === undefined ? '' : String(report.published.sent);

/** @param isAhead Whether the release is yet to be made. */
function describeMirror({ kind, report, seen }: ShippedMirror, isAhead: boolean): string {
  if (kind === 'copied') return say({ en: 'copied by others', ru: 'копируют другие' });
  if (isAhead) return say(TO_BE_SENT);
  if (report === undefined) return say({ en: 'verified before', ru: 'проверено раньше' });
  if (report.failure !== undefined)
    return say({ en: `failed: ${report.failure.code}`, ru: `не вышло: ${report.failure.code}` });
  if (seen === undefined) return say(TO_BE_SENT);
  return say(VERDICTS[seen.verdict]);
}

const TO_BE_SENT = { en: 'to be sent', ru: 'предстоит отправить' };

const VERDICTS: Readonly<Record<Verdict, { en: string; ru: string }>> = {
  verified: { en: 'verified', ru: 'проверено' },
  behind: {
    en: 'still shows an earlier release: the next run looks again',
    ru: 'пока показывает прежний выпуск: следующий запуск посмотрит снова',
  },
  unreachable: {
    en: 'sent, but its address cannot be reached from here',
    ru: 'отправлено, но по адресу отсюда не открывается',
  },
  'not-genuine': {
    en: 'serves something that you did not sign',
    ru: 'отдаёт то, чего вы не подписывали',
  },
  unseen: {
    en: 'sent; its address cannot be asked from here without --proxy',
    ru: 'отправлено; без --proxy по адресу отсюда не спросить',
  },
};

function describeFailures({ mirrors, archives }: Shipped): string[] {
  const failed = [...mirrors.flatMap(({ report }) => report ?? []), ...archives].filter(hasFailed);
  const told = failed.length === 0 ? [] : ['', describeReports(failed).trimEnd()];
  const seen = mirrors.flatMap(({ name, seen: one }) =>
    one?.detail === undefined ? [] : [`${name}: ${one.detail}`],
  );
  return [...told, ...(seen.length > 0 ? ['', ...seen] : [])];
}

function describeOutcome({ outcome, release, kept, mirrors, step }: Shipped): string {
  const number = release?.number ?? 0;
  const own = mirrors.filter(({ kind }) => kind !== 'copied').length;
  switch (outcome) {
    case 'shipped':
      return say({
        en: `Release ${number} is on all mirrors: ${own}.${kept === undefined ? UNKEPT.en : ''}`,
        ru: `Выпуск ${number} на всех зеркалах: ${own}.${kept === undefined ? UNKEPT.ru : ''}`,
      });
    case 'nothing':
      return say({
        en: `Nothing is due and nothing changed: release ${number} is on all mirrors.`,
        ru: `Срок ничему не пришёл, и ничего не изменилось: выпуск ${number} на всех зеркалах.`,
      });
    case 'incomplete':
      return say({
        en: `Release ${number} is not on all mirrors, or not seen there. Run it again: it goes on with these alone.`,
        ru: `Выпуск ${number} есть не на всех зеркалах или там не виден. Запустите ещё раз: он продолжит только с ними.`,
      });
    case 'busy':
      return say({
        en: 'Another run is at work. Nothing was done.',
        ru: 'Уже идёт другой запуск. Ничего не сделано.',
      });
    case 'planned':
      return say({
        en: 'A dry run: nothing was done.',
        ru: 'Пробный запуск: ничего не сделано.',
      });
    case 'stopped':
      return say({
        en: `Stopped at “${say(NAMES[step ?? 'check'])}”. Run it again when that is mended: it goes on from there.`,
        ru: `Остановлено: «${say(NAMES[step ?? 'check'])}». Исправьте и запустите ещё раз: он продолжит отсюда.`,
      });
  }
}

const UNKEPT = {
  en: ' Its history is kept on this machine alone: --remote keeps it in a repository too.',
  ru: ' Его история хранится только на этой машине: --remote сохранит её и в репозитории.',
};

/** What was done, for programs. */
export const listShipped = (shipped: Shipped): object => ({
  ...shipped,
  mirrors: shipped.mirrors.map((mirror) => ({
    ...mirror,
    ...(mirror.report && { report: inLanguage(mirror.report) }),
  })),
});
