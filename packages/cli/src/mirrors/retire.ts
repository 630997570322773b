import { type Mirror, nearest } from '@tamizdat/article-schema';
import { replaceFile } from '@tamizdat/files';
import { removeItem } from '../edit/remove-item.ts';
import { UsageError } from '../frame/usage-error.ts';
import { changeList, entriesOf, type MirrorList } from './mirror-list.ts';
import { say } from '../language/say.ts';

/** A mirror that is announced no longer. */
export interface Retired {
  mirror: Mirror;
  /** Where it stood in `mirrors.yaml`: lines, from 1. */
  lines: [first: number, last: number];
  /** Whether a comment stands above that place, which was kept. */
  isExplained: boolean;
  /** Announced mirrors that are left. */
  left: number;
}

/**
 * Takes a mirror out of the list of announced ones; comments and order of the others stay.
 * @throws UsageError, Error
 */
export function retireMirror(list: MirrorList, name: string, dryRun: boolean): Retired {
  const index = list.mirrors.findIndex((mirror) => mirror.name === name);
  const mirror = list.mirrors[index];
  if (mirror === undefined) throw refuse(list, name);
  if (mirror.torrents !== undefined) throw refuseSeed(mirror);
  const removal = removeItem(list.text, 'mirrors', index);
  const rest = entriesOf(list.text).toSpliced(index, 1);
  const text = changeList(list.text, removal?.replacements, rest);
  if (!dryRun) replaceFile(list.root, list.file, text);
  return {
    mirror,
    lines: removal?.lines ?? [0, 0],
    isExplained: removal?.isExplained ?? false,
    left: rest.length,
  };
}

/** The list would have an error without it. */
const refuseSeed = ({ name, torrents = [] }: Mirror): UsageError =>
  new UsageError(
    say({
      en: `The mirror “${name}” holds the archive of ${torrents.join(', ')}. Take it off “seeds” in content/mirrors.yaml, publish the torrent again, and retire it then.`,
      ru: `На зеркале «${name}» лежит архив ${torrents.join(', ')}. Уберите зеркало из “seeds” в content/mirrors.yaml, опубликуйте торрент ещё раз и тогда снимайте зеркало.`,
    }),
  );

function refuse({ mirrors }: MirrorList, name: string): UsageError {
  if (/^reserve-\d+$/.test(name))
    return new UsageError(
      say({
        en: 'A reserve mirror was never announced: take it out of the list in TAMIZDAT_RESERVE, where it stands alone.',
        ru: 'Резервное зеркало не объявляли: уберите его из списка TAMIZDAT_RESERVE, больше оно нигде не стоит.',
      }),
    );
  const names = mirrors.map((mirror) => mirror.name);
  const meant = nearest(name, names);
  return new UsageError(
    say({
      en: `There is no mirror “${name}”. ${meant === undefined ? `There are: ${names.join(', ') || 'none'}.` : `Did you mean “${meant}”?`}`,
      ru: `Зеркала «${name}» нет. ${meant === undefined ? `Есть: ${names.join(', ') || 'ни одного'}.` : `Имелось в виду «${meant}»?`}`,
    }),
  );
}
