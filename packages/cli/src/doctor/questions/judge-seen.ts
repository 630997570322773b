import type { InBoth } from '@tamizdat/problem';
import type { FileRole } from '@tamizdat/verify';
import type { SeenMirror } from '../facts/look-at-mirrors.ts';
import type { OwnRelease } from '../facts/own-release.ts';
import { type Finding, good, half, missing, unseen } from '../finding.ts';
import type { commandsOf } from '../place.ts';
import { shownText } from '../shown-text.ts';

type Commands = ReturnType<typeof commandsOf>;

/** What others tell already, so that it is not said of each mirror again. */
export interface Told {
  /** Names of mirrors whose folder is gone or empty. */
  absent: readonly string[];
  /** Roles of the newest release here that are past their time. */
  expired: readonly FileRole[];
}

/** Judges what was seen of each mirror. @param own Undefined before the first release. */
export function judgeSeen(
  seen: readonly SeenMirror[],
  own: Pick<OwnRelease, 'number'> | undefined,
  commands: Commands,
  told: Told = { absent: [], expired: [] },
): Finding[] {
  if (own === undefined) return judgeBeforeFirst(seen, commands);
  const isNoneReached = seen.every((mirror) => mirror.seen.verdict === 'unreachable');
  const judged = seen.map((mirror) => judgeOne(mirror, own, { ...commands, isNoneReached, told }));
  const well = judged.filter((finding) => finding === undefined).length;
  const name = {
    en: `show release ${own.number}: ${well} of ${seen.length}`,
    ru: `показывают выпуск ${own.number}: ${well} из ${seen.length}`,
  };
  // That this machine knows less than they do is said once.
  const isFirst = (finding: Finding, place: number): boolean =>
    finding.code !== AHEAD || judged.findIndex((one) => one?.code === AHEAD) === place;
  const isToldOf = ({ code }: Finding, place: number): boolean =>
    told.absent.includes(seen[place]?.name ?? '') && OF_FOLDER.has(code);
  const found = judged.filter(
    (one, place) => one !== undefined && isFirst(one, place) && !isToldOf(one, place),
  );
  return [...(well > 0 ? [good('mirrors', name)] : []), ...found.flatMap((one) => one ?? [])];
}

/** Without a history here, a mirror that shows a release knows more than this machine. */
function judgeBeforeFirst(seen: readonly SeenMirror[], { recoverFrom }: Commands): Finding[] {
  const [known] = seen.filter(({ release }) => release !== undefined);
  if (known === undefined) return [];
  const { name, release = 0, base = UNTOLD } = known;
  return [
    missing(
      'history-missing',
      'now',
      {
        en: `There is no history of releases here, and the mirror ${name} shows release ${release}. A release from here would be refused.`,
        ru: `Истории выпусков здесь нет, а зеркало ${name} показывает выпуск ${release}. Выпуск отсюда не примут.`,
      },
      recoverFrom(base),
    ),
  ];
}

/** What follows from a folder that is gone. */
const OF_FOLDER = new Set(['mirror-empty', 'mirror-unreachable']);

const AHEAD = 'history-behind-mirror';

/** In the place of a reserve mirror’s address. */
const UNTOLD = 'https://…/';

type Asked = Commands & { isNoneReached: boolean; told: Told };

/** What is wrong with a mirror, the worst first; undefined where nothing is. */
function judgeOne(
  mirror: SeenMirror,
  { number }: Pick<OwnRelease, 'number'>,
  asked: Asked,
): Finding | undefined {
  const { seen, release, expired, pending } = mirror;
  if (release !== undefined && release > number) return isAhead(mirror, number, asked);
  if (mirror.holdsNothing) return isEmpty(mirror, asked);
  if (seen.verdict === 'not-genuine') return isForged(mirror, asked);
  if (seen.verdict === 'unreachable') return isUnreachable(mirror, asked);
  if (seen.verdict === 'unseen') return isUnseen(mirror);
  if (seen.verdict === 'behind') return isBehind(mirror, number, asked);
  if (expired.some((role) => !asked.told.expired.includes(role))) return hasExpired(mirror, asked);
  return pending === undefined ? undefined : isPending(mirror, asked);
}

function isAhead({ name, base, release }: SeenMirror, number: number, commands: Commands): Finding {
  const shown = release ?? 0;
  return missing(
    AHEAD,
    'now',
    {
      en: `The mirror ${name} shows release ${shown}, and the history on this machine ends with ${number}. Nothing can be released from here before it is recovered.`,
      ru: `Зеркало ${name} показывает выпуск ${shown}, а история на этой машине кончается на ${number}. Пока её не восстановить, отсюда ничего не выпустить.`,
    },
    commands.moveState,
    commands.recoverFrom(base ?? UNTOLD),
  );
}

/** With what a mirror, or a machine on the way, said of itself. */
const withDetail = ({ seen: { detail } }: SeenMirror, { en, ru }: InBoth): InBoth => {
  const said = detail === undefined ? '' : ` ${shownText(detail)}`;
  return { en: `${en}${said}`, ru: `${ru}${said}` };
};

const look = ({ base }: SeenMirror, { verify }: Commands): string[] =>
  base === undefined ? [] : [verify(base)];

const isForged = (mirror: SeenMirror, commands: Commands): Finding =>
  half(
    'mirror-not-genuine',
    'now',
    withDetail(mirror, {
      en: `The mirror ${mirror.name} serves something that you did not sign.`,
      ru: `Зеркало ${mirror.name} отдаёт то, чего вы не подписывали.`,
    }),
    ...look(mirror, commands),
    commands.repair(mirror.name),
  );

/** Nobody lies there: what answers has no release at all. */
const isEmpty = ({ name, ...mirror }: SeenMirror, commands: Commands): Finding =>
  missing(
    'mirror-empty',
    'now',
    {
      en: `The mirror ${name} answers, and holds no release. Look whether its address leads to the place that you publish to; then publish there.`,
      ru: `Зеркало ${name} отвечает, но выпуска на нём нет. Проверьте, ведёт ли его адрес туда, куда вы публикуете; потом опубликуйте.`,
    },
    ...look({ name, ...mirror }, commands),
    commands.publish(name),
  );

const isUnreachable = (mirror: SeenMirror, { isNoneReached, ...commands }: Asked): Finding =>
  half(
    'mirror-unreachable',
    isNoneReached ? 'now' : 'soon',
    withDetail(mirror, {
      en: `The mirror ${mirror.name} cannot be read from here: it does not work, or is blocked on the way (--proxy asks from elsewhere).`,
      ru: `Зеркало ${mirror.name} отсюда не прочитать: не работает или заблокировано по пути (--proxy спросит из другого места).`,
    }),
    ...look(mirror, commands),
  );

const isUnseen = ({ name }: SeenMirror): Finding =>
  unseen('mirror-unseen', {
    en: `what the mirror ${name} shows: its address cannot be asked without --proxy`,
    ru: `что показывает зеркало ${name}: по его адресу не спросить без --proxy`,
  });

const isBehind = (mirror: SeenMirror, number: number, { ship }: Commands): Finding =>
  half(
    'mirror-behind',
    'now',
    withDetail(mirror, {
      en: `The mirror ${mirror.name} does not show the newest release or signature, ${number}.`,
      ru: `Зеркало ${mirror.name} показывает не новейший выпуск или подпись, а новейший — ${number}.`,
    }),
    ship,
  );

const hasExpired = ({ name, expired }: SeenMirror, { refresh, ship }: Commands): Finding =>
  half(
    'mirror-expired',
    'now',
    {
      en: `What the mirror ${name} shows is past its time: ${expired.join(', ')}.`,
      ru: `Срок того, что показывает зеркало ${name}, вышел: ${expired.join(', ')}.`,
    },
    refresh,
    ship,
  );

function isPending({ name, pending = 0 }: SeenMirror, { ship }: Commands): Finding {
  return half(
    'mirror-pending',
    'soon',
    {
      en: `A publication to the mirror ${name} was interrupted: release ${pending} is on its way there.`,
      ru: `Публикация на зеркало ${name} прервалась: выпуск ${pending} отправлен туда не весь.`,
    },
    ship,
  );
}
