import path from 'node:path';
import { loadMirrors } from '@tamizdat/archive';
import {
  type Archive,
  baseAddress,
  baseOfName,
  isRemote,
  looksRemote,
  type Mirror,
  nearest,
} from '@tamizdat/article-schema';
import type { MirrorTarget, Place } from '@tamizdat/mirrors';
import type { ArchiveTarget } from '@tamizdat/mirrors/archives';
import { buildReport } from '../check/build-report.ts';
import { UsageError } from '../frame/usage-error.ts';
import { defaultContent } from '../repository/folders.ts';
import { loadReserve, reserveName } from '../reserve/load-reserve.ts';
import type { Options } from './arguments.ts';
import { say } from '../language/say.ts';

/** What is published to and what is made. */
export interface Targets {
  mirrors: MirrorTarget[];
  /** All archives, those that were not asked for included: what was taken down must not stay in them. */
  archives: ArchiveTarget[];
}

/** What of a command says which it means. */
type Chosen = Pick<Options, 'to' | 'address' | 'content' | '_'>;

/**
 * Finds the mirrors and archives that a command means.
 * @throws UsageError for a name that none has, a place that is none, or a list that is not right
 */
export async function chooseTargets(options: Chosen): Promise<Targets> {
  if (options.to !== undefined) return readPlace(options.to, options);
  if (options.address !== undefined)
    throw new UsageError(
      say({ en: '--address belongs to --to.', ru: '--address бывает только вместе с --to.' }),
    );
  const names = options._;
  const known = await announced(options.content);
  const mirrors = [...known.mirrors, ...reserve()];
  const archives = known.archives.map((archive) => archiveTarget(archive, known.mirrors, names));
  if (mirrors.length + archives.length === 0) {
    throw new UsageError(
      say({
        en: 'There are no mirrors: write some into content/mirrors.yaml, or publish to a folder with --to.',
        ru: 'Зеркал нет: впишите их в content/mirrors.yaml или опубликуйте в папку: --to.',
      }),
    );
  }
  if (names.length === 0) return { mirrors, archives };
  const all = [...mirrors, ...archives].map(({ name }) => name);
  return { mirrors: names.flatMap((name) => findTargets(name, mirrors, all)), archives };
}

async function announced(
  content: string | undefined,
): Promise<{ mirrors: MirrorTarget[]; archives: Archive[] }> {
  const root = content === undefined ? defaultContent : path.resolve(content);
  const { mirrors, archives, problems } = loadMirrors(root);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    process.stderr.write(await buildReport({ problems: errors, files: 2, root }));
    throw new UsageError(
      say({
        en: 'Nothing was published: the list of mirrors is not right.',
        ru: 'Ничего не опубликовано: в списке зеркал ошибки.',
      }),
    );
  }
  return { mirrors: mirrors.map((mirror) => targetOf(mirror, mirror.name, false)), archives };
}

function archiveTarget(
  { name, kind, file, seeds, trackers }: Archive,
  mirrors: readonly MirrorTarget[],
  names: readonly string[],
): ArchiveTarget {
  const named = names.includes(name);
  if (kind === 'car') return { name, place: { kind, file }, named };
  const holders = mirrors.filter((mirror) => seeds.includes(mirror.name));
  return { name, place: { kind, file, seeds: holders, trackers }, named };
}

const reserve = (): MirrorTarget[] =>
  loadReserve().map((mirror, index) => targetOf(mirror, reserveName(index), true));

function targetOf(mirror: Mirror, name: string, isReserve: boolean): MirrorTarget {
  const { base, wildcard, feeds } = mirror;
  const target = { name, base, place: mirror.place, reserve: isReserve };
  if (wildcard === undefined) return target;
  // Where the server puts in the name it was asked under, the files are sent as they were signed.
  const written = feeds === undefined ? null : baseOfName(wildcard, feeds);
  return { ...target, wildcard, written };
}

function findTargets(
  name: string,
  mirrors: readonly MirrorTarget[],
  all: readonly string[],
): MirrorTarget[] {
  const found = mirrors.filter((target) =>
    name === 'reserve' ? target.reserve : target.name === name,
  );
  if (found.length > 0 || all.includes(name)) return found;
  const meant = nearest(name, all);
  const hint =
    meant === undefined
      ? say({ en: `There are: ${all.join(', ')}.`, ru: `Есть: ${all.join(', ')}.` })
      : say({ en: `Did you mean “${meant}”?`, ru: `Имелось в виду «${meant}»?` });
  throw new UsageError(
    say({ en: `There is no mirror “${name}”. ${hint}`, ru: `Зеркала «${name}» нет. ${hint}` }),
  );
}

function readPlace(to: string, { address, _: names }: Chosen): Targets {
  if (names.length > 0)
    throw new UsageError(
      say({
        en: '--to takes no names of mirrors beside it.',
        ru: 'Вместе с --to имена зеркал не указывают.',
      }),
    );
  const archive = /^(car|torrent):(.*)$/s.exec(to);
  if (archive !== null) return { mirrors: [], archives: [readArchive(archive, address)] };
  const place = readStore(to);
  const target = { name: place.kind, base: readBase(address), place, reserve: false };
  return { mirrors: [target], archives: [] };
}

/** A folder, or a remote; what only looks like a remote is never a folder of that name. */
function readStore(to: string): Place {
  if (to === '')
    throw new UsageError(
      say({
        en: '--to names a folder, or name:path of rclone.',
        ru: '--to — папка или name:path для rclone.',
      }),
    );
  if (!looksRemote(to)) return { kind: 'folder', folder: path.resolve(to) };
  if (isRemote(to)) return { kind: 'rclone', remote: to, compress: false };
  // What was given may hold a password, and is not repeated.
  throw new UsageError(
    say({
      en: '--to takes a remote of rclone as name:path, such as store:site, and no address or settings in it: those would be read by everybody on this machine. Give the remote a name with “rclone config”, or with variables such as RCLONE_CONFIG_STORE_TYPE=webdav and RCLONE_CONFIG_STORE_URL=https://…, and write --to store:site. A folder whose name has a colon is written with ./ before it.',
      ru: '--to принимает remote из rclone как name:path, например store:site, без адреса и настроек внутри: их прочитал бы любой на этой машине. Дайте remote имя командой «rclone config» или переменными вроде RCLONE_CONFIG_STORE_TYPE=webdav и RCLONE_CONFIG_STORE_URL=https://… и напишите --to store:site. Перед именем папки с двоеточием пишут ./.',
    }),
  );
}

function readArchive(
  [, kind, file = '']: readonly string[],
  address: string | undefined,
): ArchiveTarget {
  if (kind === 'torrent')
    throw new UsageError(
      say({
        en: 'A torrent names the mirrors that hold it: write it under “archives” in content/mirrors.yaml, and publish it by its name.',
        ru: 'Торрент называет зеркала, на которых он лежит: впишите его в “archives” в content/mirrors.yaml и публикуйте по имени.',
      }),
    );
  if (address !== undefined)
    throw new UsageError(
      say({
        en: 'A CAR has no address: what is in it is named by its CID.',
        ru: 'У CAR нет адреса: то, что в нём, называет его CID.',
      }),
    );
  if (!/[^/\\]\.car$/.test(file))
    throw new UsageError(
      say({
        en: 'Name the file that is to be written, such as car:fortochka.car.',
        ru: 'Укажите файл, который надо записать, например car:fortochka.car.',
      }),
    );
  return { name: 'car', place: { kind: 'car', file: path.resolve(file) }, named: true };
}

function readBase(address: string | undefined): string | null {
  if (address === undefined) return null;
  const judged = baseAddress(address);
  if ('base' in judged) return judged.base;
  throw new UsageError(
    say({
      en: 'A mirror’s address is such as https://mirror.example/site/: https (http for an onion service or this machine), without name, query or page.',
      ru: 'Адрес зеркала бывает таким: https://mirror.example/site/: https (http — для onion-сервиса или этой машины), без имени пользователя, параметров и страницы.',
    }),
  );
}
