import { explainFinding, type Inspection } from '@tamizdat/release';
import { describeFingerprint } from '../keys/describe-fingerprint.ts';
import { say, tell } from '../language/say.ts';

/** What was found, in lines for a person: the verdict last, where it is read. */
export function describeInspection(
  inspection: Inspection,
  place: string,
  isWhole: boolean,
): string {
  const { findings, head, outside } = inspection;
  const faults = findings.flatMap((finding) => {
    const { message, remedy } = tell(explainFinding(finding));
    return [`${finding.code}: ${message}`, `  ${remedy}`];
  });
  const others = findings.some(({ code }) => code === 'outside-tree')
    ? []
    : outside.map((at) =>
        say({
          en: `Warning: ${tell(explainFinding({ code: 'outside-tree', at })).message}`,
          ru: `Внимание: ${tell(explainFinding({ code: 'outside-tree', at })).message}`,
        }),
      );
  const clock = head?.isClockBehind
    ? [
        say({
          en: 'Warning: this machine’s clock seems to be behind, so that nothing is said about freshness.',
          ru: 'Внимание: часы этой машины, похоже, отстают, поэтому о свежести ничего не сказано.',
        }),
      ]
    : [];
  return `${[...faults, ...others, ...clock, ...judge(inspection, place, isWhole)].join('\n')}\n`;
}

const REMEDY = say({
  en: '  Look at the address and the connection, or verify another mirror: this says nothing of whether it is genuine.',
  ru: '  Проверьте адрес и связь или возьмите другое зеркало: о подлинности это ничего не говорит.',
});

function judge(inspection: Inspection, place: string, isWhole: boolean): string[] {
  const { exit, findings, head, files, unreachable, lost, fingerprint = '' } = inspection;
  const release = head
    ? say({
        en: `release ${head.release.number} of ${head.release.origin} (${head.release.clock}), files looked at: ${files} of ${head.release.tree.files}`,
        ru: `выпуск ${head.release.number} сайта ${head.release.origin} (${head.release.clock}), проверено файлов: ${files} из ${head.release.tree.files}`,
      })
    : '';
  switch (exit) {
    case 0:
      return [
        say({
          en: `Genuine${isWhole ? ', complete' : ''} and fresh: ${release}.`,
          ru: `Подлинная${isWhole ? ', полная' : ''} и свежая: ${release}.`,
        }),
      ];
    case 1:
      return [
        ...(unreachable === undefined ? [] : [describeLost(say(unreachable), lost)]),
        say({
          en: `NOT GENUINE: ${findings.length} found in ${place}.`,
          ru: `НЕ ПОДЛИННАЯ: найдено в ${place}: ${findings.length}.`,
        }),
      ];
    case 3:
      if (findings.length > 0)
        return [
          say({
            en: `Genuine, but ${findings.length} files are still those of an earlier release: ${release}.`,
            ru: `Подлинная, но часть файлов (${findings.length}) ещё от прежнего выпуска: ${release}.`,
          }),
          say({
            en: 'Caches show what was there before for a minute: look again in a minute.',
            ru: 'Кеши ещё минуту показывают прежнее: проверьте снова через минуту.',
          }),
        ];
      if (head?.expired.length === 0)
        return [
          `Genuine: ${release}.`,
          say({
            en: 'Whether it is the newest cannot be said here: set the clock of this machine right.',
            ru: 'Новейшая ли она, здесь не узнать: переведите часы этой машины.',
          }),
        ];
      return [
        say({
          en: `Genuine, but expired (${head?.expired.join(', ') ?? ''}): ${release}.`,
          ru: `Подлинная, но срок подписи вышел (${head?.expired.join(', ') ?? ''}): ${release}.`,
        }),
        say({
          en: 'There may be a newer release: try another mirror.',
          ru: 'Может быть, есть выпуск новее: попробуйте другое зеркало.',
        }),
      ];
    case 4:
      return [describeLost(unreachable === undefined ? place : say(unreachable), lost), REMEDY];
    case 5:
      return [
        say({
          en: `Consistent, but nobody said who the publisher is: ${release}.`,
          ru: `Непротиворечива, но никто не сказал, чей это сайт: ${release}.`,
        }),
        say({
          en: 'Its fingerprint, to be compared with places outside this copy where the outlet publishes it:',
          ru: 'Её отпечаток; сравните его с тем, что издание опубликовало в других местах, не в этой копии:',
        }),
        ...describeFingerprint(fingerprint),
        say({
          en: `If it is the same: tamizdat verify ${place} --root ${fingerprint}`,
          ru: `Если он тот же: tamizdat verify ${place} --root ${fingerprint}`,
        }),
      ];
  }
}

/** @param lost Files that did not come, where others did. */
function describeLost(reason: string, lost: number): string {
  return lost > 1
    ? say({
        en: `Not reachable: ${reason} (and ${lost - 1} more)`,
        ru: `Недоступно: ${reason} (и ещё ${lost - 1})`,
      })
    : say({ en: `Not reachable: ${reason}`, ru: `Недоступно: ${reason}` });
}

/** What was found, for programs. */
export function listInspection(inspection: Inspection): object {
  const { exit, findings, outside, files, head, fingerprint, unreachable, lost, spent } =
    inspection;
  const { number, clock, origin } = head?.release ?? {};
  return {
    exit,
    release: head ? { number, clock, origin } : null,
    fingerprint: fingerprint ?? null,
    expired: head?.expired ?? [],
    isClockBehind: head?.isClockBehind ?? false,
    files,
    findings: findings.map((finding) => ({ ...finding, ...tell(explainFinding(finding)) })),
    outside,
    unreachable: unreachable === undefined ? null : say(unreachable),
    lost,
    spent,
  };
}
