import { existsSync } from 'node:fs';
import path from 'node:path';
import { nextMirrors } from '@tamizdat/release';
import { loadRecord, recordOf } from '../../newest/record.ts';
import { OLD } from '../../repository/folders.ts';
import { loadAnnounced } from '../../mirrors/load-announced.ts';
import { isSigned } from '../../ship/is-signed.ts';
import type { OwnRelease } from '../facts/own-release.ts';
import { linesForHistory } from '../failure.ts';
import { asFault } from '../facts/faults.ts';
import { type Finding, good, half, missing } from '../finding.ts';
import { SHOWN_NAMES } from '../limits.ts';
import { type commandsOf, namedPaths, type Place, shownPath } from '../place.ts';
import type { Question } from '../question.ts';
import { judgeExpiry, listExpired } from './expiry.ts';

type Commands = ReturnType<typeof commandsOf>;

/** Whether the tree is signed as the newest release, and how long what was signed lasts. */
export const release: Question = {
  id: 'release',
  name: { en: 'Release', ru: 'Выпуск' },
  look: async (facts) => {
    const { place, commands, release: load, roots } = facts;
    const own = await load();
    const lost = judgeRecord(own, await loadRecords(place), commands);
    if (lost !== undefined) return [lost];
    if (own === undefined) return [judgeOldPlace(place, commands) ?? neverReleased(commands)];
    const holed = judgeWhole(own, place, await linesForHistory(facts));
    if (holed.length > 0) return [...holed, ...judgeExpiry(own.expires, place.now, commands)];
    const mirrors = await loadAnnounced(place.content);
    const { tree, state, now } = place;
    const signed = await isSigned({ ...{ tree, state, mirrors, now }, roots: await roots() });
    // That another list of mirrors is signed than the content’s, the question about mirrors says.
    // What is past its time counts as unsigned: that is told below.
    const isPast = listExpired(own.expires, now).some((role) => role !== 'timestamp');
    const isListed = nextMirrors(own.signed, mirrors) === own.signed.mirrors;
    return [
      ...(isListed && !isPast ? judgeSigned(own, signed, commands) : []),
      ...judgeExpiry(own.expires, now, commands),
    ];
  },
};

/** What was signed last, as the records say that lie beside the keys and in the repository. */
async function loadRecords({ keys, publicKeys }: Place): Promise<number> {
  const folders = [publicKeys, ...(keys === undefined ? [] : [keys])];
  const records = await Promise.all(
    folders.map((folder) => asFault('record', () => loadRecord(folder), recordOf(folder))),
  );
  return Math.max(0, ...records.flatMap((record) => record?.release ?? []));
}

/** Earlier versions of the kit kept the history elsewhere; every command but this one moves it. */
export function judgeOldPlace(
  { home }: Pick<Place, 'home'>,
  { check }: Commands,
): Finding | undefined {
  const old = path.join(home, OLD, 'release');
  if (!existsSync(old)) return undefined;
  return half(
    'history-in-old-place',
    'soon',
    {
      en: `The history of releases still lies in ${shownPath(old)}, where earlier versions of the kit kept it. Any other command moves it.`,
      ru: `История выпусков ещё лежит в ${shownPath(old)}, где её хранили прежние версии набора. Любая другая команда её перенесёт.`,
    },
    check,
  );
}

const neverReleased = ({ ship }: Commands): Finding =>
  missing(
    'never-released',
    'soon',
    {
      en: 'Nothing was released yet. One command builds, signs and publishes; where no mirror answers yet: --first, this once.',
      ru: 'Выпусков ещё не было. Одна команда собирает, подписывает и публикует; если зеркала ещё не отвечают: --first, один раз.',
    },
    ship,
  );

/** Whether the history is there with all its files: of one that is not, nothing can be released or kept. */
export function judgeWhole(
  { missing: gone }: Pick<OwnRelease, 'missing'>,
  { state }: Pick<Place, 'state'>,
  lines: readonly string[],
): Finding[] {
  if (gone.length === 0) return [];
  const names = namedPaths(gone.slice(0, SHOWN_NAMES));
  return [
    half(
      'history-incomplete',
      'now',
      {
        en: `Files of the history in ${shownPath(state)} are gone (${names}), and nothing can be released from here. Take it anew, from the branch that keeps it or from a mirror.`,
        ru: `В ${shownPath(state)} пропали файлы истории (${names}), и отсюда ничего не выпустить. Возьмите её заново, с ветки, где она хранится, или с зеркала.`,
      },
      ...lines,
    ),
  ];
}

/** A record beside the roots knows a newer release than the history on this machine does. */
export function judgeRecord(
  own: Pick<OwnRelease, 'number'> | undefined,
  known: number,
  { moveState, fetchState, recoverFrom }: Commands,
): Finding | undefined {
  const here = own?.number ?? 0;
  if (known <= here) return undefined;
  return missing(
    'history-behind',
    'now',
    {
      en: `The history of releases on this machine ends with ${here}, and release ${known} was signed. Nothing can be released from here before it is fetched: from the branch, or from a mirror.`,
      ru: `История выпусков на этой машине кончается на ${here}, а подписан уже выпуск ${known}. Пока её не взять с ветки или с зеркала, отсюда ничего не выпустить.`,
    },
    ...(here > 0 ? [moveState] : []),
    fetchState,
    recoverFrom('https://…/'),
  );
}

function judgeSigned({ number }: OwnRelease, signed: unknown, { ship }: Commands): Finding[] {
  if (signed !== undefined)
    return [
      good('signed', {
        en: `${number}, signed as it is built`,
        ru: `${number}, подписан таким, каким собран`,
      }),
    ];
  return [
    half(
      'unsigned',
      'soon',
      {
        en: `Release ${number} is of another tree or list of mirrors than these: what is new is not signed.`,
        ru: `Выпуск ${number} сделан из другого дерева или списка зеркал: новое не подписано.`,
      },
      ship,
    ),
  ];
}
