import { withLock } from '@tamizdat/tree';
import { defineCommand } from 'citty';
import { existsSync } from 'node:fs';
import { readNowText } from '../clock/read-now.ts';
import { languageArgument } from '../language/language-argument.ts';
import { say } from '../language/say.ts';
import { releaseState } from '../release/find-outlet.ts';
import { repository, stateFolder } from '../repository/folders.ts';
import { shipLock, shipRecordOf } from '../ship/ship-record.ts';
import { describeUpgrade } from './describe-upgrade.ts';
import { type Upgraded, upgradeKit } from './upgrade-kit.ts';

/** Exit codes; 2 is for what was typed wrongly. */
const EXITS: Readonly<Record<Upgraded['outcome'], number>> = {
  upgraded: 0,
  planned: 0,
  conflict: 1,
  nothing: 3,
};

export default defineCommand({
  meta: {
    name: 'upgrade',
    description: say({
      en: 'Take a newer kit into the outlet’s repository, in one commit; nothing under content/ is changed, added or removed. Exit codes: 0 taken, 1 refused (nothing was changed), 2 usage, 3 there is none that is newer.',
      ru: 'Взять новую версию набора в репозиторий издания, одним коммитом; в content/ ничего не меняется, не появляется и не пропадает. Коды выхода: 0 взято, 1 отказ (ничего не изменено), 2 ошибка вызова, 3 новее ничего нет.',
    }),
  },
  args: {
    from: {
      type: 'string',
      description: say({
        en: 'Name of a remote of this repository, or the address of the kit’s (default: the remote kit, else upstream, else origin)',
        ru: 'Имя удалённого репозитория для этого или адрес репозитория набора (по умолчанию kit, иначе upstream, иначе origin)',
      }),
      valueHint: 'remote',
    },
    branch: {
      type: 'string',
      description: say({
        en: 'Branch or tag of the kit (default: the branch that its repository shows first)',
        ru: 'Ветка или метка набора (по умолчанию главная ветка его репозитория)',
      }),
      valueHint: 'name',
    },
    commit: {
      type: 'string',
      description: say({
        en: 'This commit of it and no other, as --dry-run printed it',
        ru: 'Именно этот её коммит, как его напечатал --dry-run',
      }),
      valueHint: 'commit',
    },
    'dry-run': {
      type: 'boolean',
      description: say({
        en: 'Fetch the newer kit, say what would change, and change nothing',
        ru: 'Получить новый набор, сказать, что изменилось бы, и ничего не менять',
      }),
      default: false,
    },
    language: languageArgument,
    json: {
      type: 'boolean',
      description: say({ en: 'Print what was done as JSON', ru: 'Напечатать сделанное как JSON' }),
      default: false,
    },
  },
  async run({ args: { from, branch, commit, 'dry-run': dryRun, json } }) {
    const options = { folder: repository, from, branch, commit, dryRun, now: readNowText() };
    // A timer that ships would go on with one half of the old kit and one of the newer.
    const upgraded = existsSync(stateFolder)
      ? await withLock(shipLock(shipRecordOf(releaseState(undefined))), () => upgradeKit(options))
      : await upgradeKit(options);
    report(upgraded, json);
  },
});

/** Says nothing where nothing is newer and nobody looks. */
function report(upgraded: Upgraded, json: boolean): void {
  process.exitCode = EXITS[upgraded.outcome];
  const isIdle = upgraded.outcome === 'nothing' && !process.stdout.isTTY;
  if (json)
    process.stdout.write(
      `${JSON.stringify({ ...upgraded, exit: process.exitCode }, undefined, 2)}\n`,
    );
  else if (!isIdle) process.stdout.write(describeUpgrade(upgraded));
}
