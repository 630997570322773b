import { defaultContent, defaultTree } from '../repository/folders.ts';
import { say } from '../language/say.ts';
import type { Stale, Standing } from './compare-content.ts';

/** Paths named of what changed. */
const SHOWN = 5;

/** Whose tree it is. */
export interface TreeOfContent {
  tree: string;
  /** Folder of the content that it was made of. */
  content: string;
}

/** Says that a tree is older than its content; undefined where it is not. */
export function describeStale({ changed, due }: Stale, of: TreeOfContent): string | undefined {
  if (changed.length === 0 && due === undefined) return undefined;
  const shown = changed.slice(0, SHOWN).join(', ');
  const more = changed.length - SHOWN;
  const lines = [
    say({
      en: `stale-tree: ${of.tree} is older than the content in ${of.content}. What follows is of the content as it was built.`,
      ru: `stale-tree: ${of.tree} старее содержимого в ${of.content}. Всё дальнейшее относится к содержимому, каким оно было при сборке.`,
    }),
    ...(changed.length > 0
      ? [
          say({
            en: `  Changed since: ${shown}${more > 0 ? ` and ${more} more` : ''}`,
            ru: `  Изменилось с тех пор: ${shown}${more > 0 ? ` и ещё ${more}` : ''}`,
          }),
        ]
      : []),
    ...(due === undefined
      ? []
      : [
          say({
            en: `  Its time has come since: ${due}, when something was to appear or to go`,
            ru: `  С тех пор настал срок: ${due}, когда что-то должно было выйти или уйти`,
          }),
        ]),
    ...describeRemedy(of),
  ];
  return lines.join('\n');
}

/** Says that a tree shows what the content took back; undefined where it does not. */
export function describeStanding(
  standing: readonly Standing[],
  of: TreeOfContent,
): string | undefined {
  if (standing.length === 0) return undefined;
  const shown = standing.slice(0, SHOWN).map(describePage);
  const more = standing.length - SHOWN;
  return [
    say({
      en: `withdrawn-in-tree: ${of.tree} still shows what the content has taken back:`,
      ru: `withdrawn-in-tree: в ${of.tree} всё ещё стоит то, что в содержимом отозвано:`,
    }),
    ...shown,
    ...(more > 0 ? [say({ en: `  and ${more} more`, ru: `  и ещё ${more}` })] : []),
    ...describeRemedy(of),
    say({
      en: '  Where the content of this machine is not the one that is to count: --without-content',
      ru: '  Если считается не то содержимое, что лежит на этой машине: --without-content',
    }),
  ].join('\n');
}

const BECAME = {
  notice: () => say({ en: 'withdrawn', ru: 'материал отозван' }),
  tombstone: () => say({ en: 'removed', ru: 'материал удалён' }),
  gone: () =>
    say({ en: 'not to be seen any more', ru: 'материала больше нет или его не должно быть видно' }),
};

const describePage = ({ address, became }: Standing): string => `  ${address}: ${BECAME[became]()}`;

function describeRemedy({ tree, content }: TreeOfContent): string[] {
  const given = [
    ...(content === defaultContent ? [] : [` --content ${content}`]),
    ...(tree === defaultTree ? [] : [` --out ${tree}`]),
  ].join('');
  return [
    say({
      en: `  Build it first: tamizdat build${given}`,
      ru: `  Сначала соберите сайт: tamizdat build${given}`,
    }),
  ];
}

/** Says that nobody can know whether a tree is older than the content. */
export const describeUnknown = (tree: string): string =>
  say({
    en: `Warning: no build on this machine left word of ${tree}: whether it is older than the content is not known.\n  “tamizdat build” makes it of the content as it is now; where this machine only signs or publishes it: --without-content`,
    ru: `Предупреждение: ни одна сборка на этой машине не оставила записи о ${tree}: не старее ли оно содержимого, неизвестно.\n  «tamizdat build» соберёт его из содержимого, каким оно стало; если эта машина только подписывает или публикует: --without-content`,
  });

/** Says that the content that a tree was made of is not there. */
export const describeMissing = ({ tree, content }: TreeOfContent): string =>
  say({
    en: `Warning: the content that ${tree} was made of is not in ${content} any more: whether the tree is older is not known.\n  Where this machine has no content and needs none: --without-content`,
    ru: `Предупреждение: содержимого, из которого сделано ${tree}, в ${content} больше нет: не старее ли дерево, неизвестно.\n  Если содержимого на этой машине нет и не нужно: --without-content`,
  });
