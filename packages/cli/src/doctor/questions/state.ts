import { statSync } from 'node:fs';
import { backupLine, backupStampOf } from '../../release/describe-backup.ts';
import { dayOf } from '../days.ts';
import { loadKeptNumber } from '../facts/kept-number.ts';
import type { OwnRelease } from '../facts/own-release.ts';
import { type Finding, good, half, missing, unseen } from '../finding.ts';
import type { commandsOf } from '../place.ts';
import type { Question } from '../question.ts';

type Commands = ReturnType<typeof commandsOf>;

/** Whether the history of releases outlives this machine. */
export const state: Question = {
  id: 'state',
  name: { en: 'History, backup', ru: 'История, копии' },
  look: async ({ place, release, commands }) => {
    const own = await release();
    if (own === undefined) return [];
    const stamp = statSync(backupStampOf(place.content), { throwIfNoEntry: false });
    return [
      judgeKept(own, await loadKeptNumber(place), commands),
      ...judgeBackup(own, stamp?.mtimeMs, backupLine(place.content)),
    ];
  },
};

/** @param kept The release that was last put on the branch from here; undefined where none was. */
export function judgeKept(
  { number }: Pick<OwnRelease, 'number'>,
  kept: number | undefined,
  { keep }: Commands,
): Finding {
  if (kept === undefined)
    return missing(
      'state-unkept',
      'soon',
      {
        en: 'The history of releases is on this machine alone. A branch of a repository of yours keeps it too; “ship” does it by itself where TAMIZDAT_STATE_REMOTE names it.',
        ru: 'История выпусков лежит только на этой машине. Её может хранить и ветка вашего репозитория; «ship» кладёт её туда сам, если репозиторий назван в TAMIZDAT_STATE_REMOTE.',
      },
      keep,
    );
  if (kept < number)
    return half(
      'state-behind',
      'soon',
      {
        en: `The branch keeps the history up to release ${kept}, and the newest is ${number}.`,
        ru: `На ветке история до выпуска ${kept}, а новейший — ${number}.`,
      },
      keep,
    );
  return good('state-kept', {
    en: `on the branch, release ${kept}`,
    ru: `на ветке, выпуск ${kept}`,
  });
}

/** @param madeAt When the backup’s line last ran here; undefined where it never did. */
export function judgeBackup(
  { savedAt, number }: Pick<OwnRelease, 'savedAt' | 'number'>,
  madeAt: number | undefined,
  line: string,
): Finding[] {
  const gone = unseen('backup-taken', {
    en: 'whether a backup left this machine, and can be read',
    ru: 'унесена ли резервная копия с этой машины и читается ли она',
  });
  if (madeAt === undefined)
    return [
      missing(
        'backup-never',
        'soon',
        {
          en: 'No backup was made with the kit’s line. Run it after every release, and take the file off this machine.',
          ru: 'Резервной копии строкой из набора не делали. Запускайте её после каждого выпуска и уносите файл с этой машины.',
        },
        line,
      ),
      gone,
    ];
  if (madeAt < savedAt)
    return [
      half(
        'backup-old',
        'soon',
        {
          en: `The last backup was made on ${dayOf(madeAt)}, before release ${number}.`,
          ru: `Последняя резервная копия сделана ${dayOf(madeAt)}, до выпуска ${number}.`,
        },
        line,
      ),
      gone,
    ];
  return [
    good('backup', { en: `backup of ${dayOf(madeAt)}`, ru: `копия от ${dayOf(madeAt)}` }),
    gone,
  ];
}
