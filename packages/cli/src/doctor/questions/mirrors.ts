import { existsSync } from 'node:fs';
import path from 'node:path';
import { nextMirrors } from '@tamizdat/release';
import type { MirrorTarget } from '@tamizdat/mirrors';
import type { Mirror } from '@tamizdat/verify';
import { loadAnnounced } from '../../mirrors/load-announced.ts';
import { missingFolder } from '../../publish/missing-folder.ts';
import { openSentNotes, type SentNotes } from '../../publish/sent-notes.ts';
import { headMark, isPending, loadShipRecord, shipRecordOf } from '../../ship/ship-record.ts';
import type { OwnRelease } from '../facts/own-release.ts';
import { standing } from '../facts/standing.ts';
import type { OwnTargets } from '../facts/targets.ts';
import { type Finding, half, missing, unseen } from '../finding.ts';
import { type commandsOf, type Place, shownPath } from '../place.ts';
import type { Question } from '../question.ts';
import { shownText } from '../shown-text.ts';
import { judgeSeen } from './judge-seen.ts';
import { listExpired } from './expiry.ts';

type Commands = ReturnType<typeof commandsOf>;

/** Whether there are mirrors, announced, and what each shows readers. */
export const mirrors: Question = {
  id: 'mirrors',
  name: { en: 'Mirrors', ru: 'Зеркала' },
  look: async ({ place, targets, release, mirrors: lookAtAll, commands }) => {
    const listed = await targets();
    const none = judgeList(listed, place, commands);
    if (none !== undefined) return [none];
    const own = await release();
    const announced = await loadAnnounced(place.content);
    const folders = judgeFolders(listed, openSentNotes(place.content), commands);
    const told = {
      absent: folders.map(({ name }) => name),
      expired: own === undefined ? [] : listExpired(own.expires, place.now),
    };
    return [
      ...folders.map(({ finding }) => finding),
      ...(own === undefined ? [] : judgeAnnounced(own, announced, commands)),
      ...(own === undefined ? [] : judgeNumber(listed)),
      ...(place.isOffline
        ? judgeUnasked(listed, place, commands)
        : judgeSeen(await lookAtAll(), own, commands, told)),
    ];
  },
};

function judgeList(
  { errors, mirrors: all }: OwnTargets,
  { content }: Place,
  { check }: Commands,
): Finding | undefined {
  const file = shownPath(path.join(content, 'mirrors.yaml'));
  if (errors > 0)
    return half(
      'mirror-list-errors',
      'now',
      {
        en: `${file} has errors, and nothing is published until they are mended: ${errors}.`,
        ru: `В ${file} есть ошибки; пока их не исправить, ничего не опубликовать. Ошибок: ${errors}.`,
      },
      check,
    );
  if (all.length > 0) return undefined;
  return missing('no-mirrors', 'soon', {
    en: `There are no mirrors, so that nobody can read. Write one into ${file}; the first may be a folder that a web server serves (docs/your-outlet.md, 5): mirrors: [{ name: first, address: "https://one.example.net/", kind: folder, folder: /srv/www/one }]`,
    ru: `Зеркал нет, и читать негде. Впишите зеркало в ${file}; первым может быть папка, которую раздаёт веб-сервер (docs/your-outlet.ru.md, 5): mirrors: [{ name: first, address: "https://one.example.net/", kind: folder, folder: /srv/www/one }]`,
  });
}

/** Whether a mirror’s folder is where it should be, as a publication judges it; where a reserve’s is, is not told. */
export function judgeFolders(
  { mirrors: all }: Pick<OwnTargets, 'mirrors'>,
  notes: Pick<SentNotes, 'has'>,
  { ship }: Pick<Commands, 'ship'>,
): { name: string; finding: Finding }[] {
  return all.flatMap((target) => {
    const wasSent = notes.has(target.place);
    const error = missingFolder(target, wasSent);
    if (error === undefined) return [];
    const where = target.reserve || error.detail === undefined ? '' : ` ${shownText(error.detail)}`;
    const finding = missing(
      `mirror-${error.code}`,
      wasSent ? 'now' : 'soon',
      {
        en: `${target.name}: ${error.happened.en}${where}${wasSent ? ` ${error.remedy.en}` : ''}`,
        ru: `${target.name}: ${error.happened.ru}${where}${wasSent ? ` ${error.remedy.ru}` : ''}`,
      },
      wasSent ? lookAtDisk(target) : `${ship} --create`,
    );
    return [{ name: target.name, finding }];
  });
}

/** To make the folder anew is said in words alone: on a disk that is not mounted that is what must not be done. */
const lookAtDisk = ({ place, reserve }: MirrorTarget): string =>
  reserve || place.kind !== 'folder' ? 'df -h' : `df -h ${shownPath(standing(place.folder))}`;

const judgeNumber = ({ mirrors: all }: OwnTargets): Finding[] =>
  all.length > 1
    ? []
    : [
        half('one-mirror', 'soon', {
          en: 'There is one mirror: when its address is blocked, readers have nowhere to go. List another in content/mirrors.yaml; docs/mirrors.md says how many, and where, with the lines to write.',
          ru: 'Зеркало одно: если его адрес заблокируют, читателям некуда идти. Впишите ещё одно в content/mirrors.yaml; сколько их нужно, где и какие строки писать, сказано в docs/mirrors.md.',
        }),
      ];

/** Whether readers’ programs are told of the mirrors that the content lists. */
export function judgeAnnounced(
  { signed }: Pick<OwnRelease, 'signed'>,
  announced: readonly Mirror[],
  { ship }: Commands,
): Finding[] {
  return nextMirrors(signed, announced) === signed.mirrors
    ? []
    : [
        half(
          'mirrors-unannounced',
          'soon',
          {
            en: 'The signed list of mirrors is not that of the content: readers’ programs do not know of the change.',
            ru: 'Подписанный список зеркал не тот, что в содержимом: программы читателей об изменении не знают.',
          },
          ship,
        ),
      ];
}

/** Without the network there is what `ship` saw last. */
function judgeUnasked(
  { mirrors: all }: OwnTargets,
  { tree, state }: Place,
  { ship }: Commands,
): Finding[] {
  const unasked = unseen('mirrors-unasked', {
    en: 'what the mirrors show: --offline leaves the network alone',
    ru: 'что показывают зеркала: с --offline сеть не используется',
  });
  if (!existsSync(path.join(tree, 'release/bundle.json'))) return [unasked];
  const head = headMark(tree);
  const record = loadShipRecord(shipRecordOf(state));
  const names = all.filter((target) => isPending(record, target, head)).map(({ name }) => name);
  if (names.length === 0) return [unasked];
  return [
    half(
      'mirrors-pending',
      'soon',
      {
        en: `“ship” did not yet see the newest release and signature on: ${names.join(', ')}.`,
        ru: `«ship» ещё не видел новейшего выпуска и подписи на: ${names.join(', ')}.`,
      },
      ship,
    ),
    unasked,
  ];
}
