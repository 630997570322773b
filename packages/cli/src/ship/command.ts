import { defineCommand, type ParsedArgs } from 'citty';
import type { BuildOptions } from '../build/build-options.ts';
import { buildOutlet } from '../build/build-outlet.ts';
import { isBuilt } from '../build/is-built.ts';
import { readContent } from '../build/read-content.ts';
import { readNow, readNowText } from '../clock/read-now.ts';
import { languageArgument } from '../language/language-argument.ts';
import { say } from '../language/say.ts';
import { commitList, isListUncommitted, toldUncommitted } from '../watch/uncommitted-list.ts';
import { proxyArgument } from '../mirror/proxy-argument.ts';
import { describeBackup } from '../release/describe-backup.ts';
import { contentFolder } from '../release/find-outlet.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { cacheFolder, mediaFolder } from '../repository/folders.ts';
import { branchArgument, readKeys, readTree, treeArgument } from '../state/arguments.ts';
import { describeShipped, listShipped } from './describe-shipped.ts';
import { type ShipOptions, StoppedError } from './run.ts';
import { shipOutlet } from './ship-outlet.ts';
import { EXITS, type Shipped } from './shipped.ts';

const args = {
  keys: {
    type: 'string',
    description: say({
      en: 'Folder of the keys, or of root.json alone where the keys stand in the environment (default: TAMIZDAT_KEYS, else keys in the content)',
      ru: 'Папка ключей или одного root.json, если ключи в окружении (по умолчанию TAMIZDAT_KEYS, иначе keys в содержимом)',
    }),
    valueHint: 'folder',
  },
  remote: {
    type: 'string',
    description: say({
      en: 'Name of a remote of this repository, or the address of another, to keep the state in before publishing (default: TAMIZDAT_STATE_REMOTE; where there is none it is kept on this machine alone)',
      ru: 'Имя удалённого репозитория для этого или адрес другого, где сохранить состояние перед публикацией (по умолчанию TAMIZDAT_STATE_REMOTE; без него оно хранится только на этой машине)',
    }),
    valueHint: 'remote',
  },
  branch: branchArgument,
  tree: treeArgument,
  content: contentArgument,
  proxy: proxyArgument,
  first: {
    type: 'boolean',
    description: say({
      en: 'Before the first release of all: that there is no history is right, also where a mirror cannot be asked',
      ru: 'До самого первого выпуска: истории и не должно быть, даже если какое-то зеркало не удаётся спросить',
    }),
    default: false,
  },
  create: {
    type: 'boolean',
    description: say({
      en: 'Make a mirror’s folder that is not there, and fill one that is empty although it was published to before. For the first time; never in a timer',
      ru: 'Создать папку зеркала, которой нет, и заполнить пустую, в которую раньше публиковали. Для первого раза; в таймере никогда',
    }),
    default: false,
  },
  all: {
    type: 'boolean',
    description: say({
      en: 'Verify every file of the mirrors at their addresses, not some chosen at random',
      ru: 'Проверить на зеркалах по их адресам каждый файл, а не выбранные наугад',
    }),
    default: false,
  },
  'dry-run': {
    type: 'boolean',
    description: say({
      en: 'Say what would be done, and do nothing',
      ru: 'Сказать, что будет сделано, и ничего не делать',
    }),
    default: false,
  },
  language: languageArgument,
  json: {
    type: 'boolean',
    description: say({ en: 'Print what was done as JSON', ru: 'Напечатать сделанное как JSON' }),
    default: false,
  },
} as const;

type Options = ParsedArgs<typeof args>;

export default defineCommand({
  meta: {
    name: 'ship',
    description: say({
      en: 'Bring the content to all mirrors: check, build, release, keep the state, publish, verify each mirror; each only where something is due or changed, or was left undone. Killed, it goes on with the next run. Exit codes: 0 all mirrors have what is new, 1 stopped, and nothing was published, 2 usage, 3 nothing due and nothing changed, 4 some mirrors have it not, or were not seen to, 5 another run is at work.',
      ru: 'Довести содержимое до всех зеркал: проверка, сборка, выпуск, сохранение состояния, публикация, проверка каждого зеркала; всё только если чему-то пришёл срок, что-то изменилось или осталось недоделанным. Если прервать, следующий запуск продолжит. Коды выхода: 0 новое на всех зеркалах, 1 остановлено, и ничего не опубликовано, 2 ошибка вызова, 3 срок ничему не пришёл и ничего не изменилось, 4 на некоторых зеркалах нового нет или не видно, 5 идёт другой запуск.',
    }),
  },
  args,
  async run({ args: options }) {
    const asked = readOptions(options);
    const backup = describeBackup(contentFolder(options.content), asked.keys);
    try {
      const shipped = await shipOutlet(asked);
      report(shipped, backup, options.json);
      if (!isIdle(shipped)) await warnOfList(contentFolder(options.content));
    } catch (error) {
      if (!(error instanceof StoppedError)) throw error;
      report(error.shipped, backup, options.json);
      throw error.cause;
    }
  },
});

function readOptions(options: Options): ShipOptions {
  const { content, branch, all, json } = options;
  const tree = readTree(options.tree);
  const building: BuildOptions = {
    content: contentFolder(content),
    out: tree,
    state: cacheFolder,
    media: mediaFolder(process.env),
    now: readNowText(),
    preview: false,
    force: false,
  };
  const folder = options.keys ?? (process.env['TAMIZDAT_KEYS'] || undefined);
  return {
    ...{ content, tree, branch, all, dryRun: options['dry-run'] },
    keys: readKeys(folder, content),
    remote: options.remote ?? (process.env['TAMIZDAT_STATE_REMOTE'] || undefined),
    proxy: options.proxy,
    first: options.first,
    create: options.create,
    now: readNow(),
    check: async () => (await readContent(building.content, building.now)) !== undefined,
    isBuilt: () => isBuilt(building),
    build: async () => (await buildOutlet(building)) !== undefined,
    tell: (step) => {
      if (process.stderr.isTTY && !json) process.stderr.write(`${step}…\n`);
    },
  };
}

const isIdle = ({ outcome }: Shipped): boolean => outcome === 'nothing' || outcome === 'busy';

/** Whoever ships by a timer after a pull learns here why the next pull may stop. */
async function warnOfList(content: string): Promise<void> {
  if (!(await isListUncommitted(content))) return;
  process.stderr.write(`list-uncommitted: ${say(toldUncommitted)}\n`);
  for (const line of commitList(content)) process.stderr.write(`  ${line}\n`);
}

/** Says nothing where nothing was done and nobody looks: a timer’s mail is for what happened. */
function report(shipped: Shipped, backup: string, json: boolean): void {
  process.exitCode = EXITS[shipped.outcome];
  if (json)
    process.stdout.write(
      `${JSON.stringify({ ...listShipped(shipped), exit: process.exitCode }, undefined, 2)}\n`,
    );
  else if (!isIdle(shipped) || process.stdout.isTTY)
    process.stdout.write(describeShipped(shipped, backup));
}
