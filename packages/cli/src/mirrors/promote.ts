import { realpathSync } from 'node:fs';
import path from 'node:path';
import { baseAddress, wildcardAddress } from '@tamizdat/article-schema';
import { replaceFile } from '@tamizdat/files';
import { insertItem } from '../edit/insert-item.ts';
import { removeItem } from '../edit/remove-item.ts';
import { UsageError } from '../frame/usage-error.ts';
import {
  parseReserve,
  readReserveList,
  reserveName,
  type ReserveList,
  withoutValues,
} from '../reserve/load-reserve.ts';
import { changeList, entriesOf, type MirrorList, newlineOf, parseList } from './mirror-list.ts';
import { say } from '../language/say.ts';

/** What became of a reserve mirror. Nothing here says where it is. */
export interface Promoted {
  /** What it was called in output. */
  mirror: string;
  /** Whether it stood in the announced list already, for instance because a former run was interrupted. */
  wasAnnounced: boolean;
  /** Where it stood in the list of reserve mirrors: lines, from 1. */
  lines: [first: number, last: number];
  /** Whether the list is a file, from which it is gone, or a secret, from which a person takes it. */
  reserve: 'file' | 'secret';
  /** Whether a comment stands above that place, which was kept. */
  isExplained: boolean;
  /** Reserve mirrors that are left. */
  left: number;
}

/** What a promotion writes. */
interface Moves {
  promoted: Promoted;
  /** New texts of the two lists; undefined where one stays as it is. */
  announced: string | undefined;
  reserve: { file: string; text: string } | undefined;
}

/**
 * Moves a reserve mirror into the list of announced ones: first in there, then out of its own list, so that a run that
 * is interrupted loses nothing and the next one finishes. The address gets into the file alone, and into no message.
 * @param given What output calls it: reserve-1 and so on.
 * @param name The name to announce it under; its own one where undefined.
 * @throws UsageError, Error
 */
export function promoteMirror(
  list: MirrorList,
  given: string,
  name: string | undefined,
  dryRun: boolean,
): Promoted {
  const { promoted, announced, reserve } = planPromotion(list, given, name);
  if (dryRun) return promoted;
  if (announced !== undefined) replaceFile(list.root, list.file, announced);
  if (reserve !== undefined) replaceBeside(realpathSync(reserve.file), reserve.text);
  return promoted;
}

function planPromotion(list: MirrorList, given: string, name: string | undefined): Moves {
  const { source, index, count } = findReserve(given);
  const [entry, base] = readEntry(source, index);
  const removal = removeItem(source.text, 'mirrors', index);
  const rest = entriesOf(source.text).toSpliced(index, 1);
  const text = changeList(source.text, removal?.replacements, rest);
  const wasAnnounced = list.mirrors.some(({ base: own, wildcard = own }) => wildcard === base);
  const item = name === undefined ? entry : { ...entry, name };
  return {
    announced: wasAnnounced ? undefined : addEntry(list, item, name === undefined),
    reserve: source.file === undefined ? undefined : { file: source.file, text },
    promoted: {
      mirror: given,
      wasAnnounced,
      lines: removal?.lines ?? [0, 0],
      reserve: source.file === undefined ? 'secret' : 'file',
      isExplained: removal?.isExplained ?? false,
      left: count - 1,
    },
  };
}

function findReserve(given: string): { source: ReserveList; index: number; count: number } {
  const source = readReserveList();
  if (source === undefined)
    throw new UsageError(
      say({
        en: 'There is no list of reserve mirrors: set TAMIZDAT_RESERVE.',
        ru: 'Списка резервных зеркал нет: задайте TAMIZDAT_RESERVE.',
      }),
    );
  const count = parseReserve(source).length;
  const names = Array.from({ length: count }, (_, at) => reserveName(at));
  const index = names.indexOf(given);
  // What was typed may be the mirror's own name, which nobody is to read in a log.
  if (index === -1)
    throw new UsageError(
      say({
        en: `There is no such reserve mirror. There are: ${names.join(', ') || 'none'}. Call it by its number, as output does.`,
        ru: `Такого резервного зеркала нет. Есть: ${names.join(', ') || 'ни одного'}. Назовите его по номеру, как в сообщениях.`,
      }),
    );
  return { source, index, count };
}

/** An entry as it is written, and its base address or its wildcard. */
function readEntry({ text }: ReserveList, index: number): [Record<string, unknown>, string] {
  const entry = entriesOf(text)[index] ?? {};
  const address = String(entry['address']);
  const judged = wildcardAddress(address) ?? baseAddress(address);
  if ('wildcard' in judged) return [entry, judged.wildcard];
  return [entry, 'base' in judged ? judged.base : ''];
}

function addEntry(
  { text, root, outlet }: MirrorList,
  item: Record<string, unknown>,
  hasOwnName: boolean,
): string {
  const insertion = { path: ['mirrors'], item, at: 'last', newline: newlineOf(text) } as const;
  const inserted = insertItem(text, insertion);
  const wanted = [...entriesOf(text), item];
  const changed = changeList(text, inserted && [inserted], wanted);
  const { value, problems } = parseList(changed, root, outlet);
  if (value !== undefined) return changed;
  const told = problems
    .map(withoutValues)
    .map(({ code, field }) => `  ${code}${field === undefined ? '' : ` in ${field}`}`);
  const hint = hasOwnName
    ? say({
        en: '\n  --name announces it under another name.',
        ru: '\n  Объявить под другим именем: --name.',
      })
    : '';
  throw new Error(
    say({
      en: `Nothing was changed, because content/mirrors.yaml would not be right with it. What stands in it is not shown here.\n${told.join('\n')}${hint}`,
      ru: `Ничего не изменено: с этим зеркалом content/mirrors.yaml был бы неверен. Что в нём стоит, здесь не показано.\n${told.join('\n')}${hint}`,
    }),
  );
}

/** The reserve list is the operator's own, wherever they keep it: the folder in which it really stands is trusted. */
function replaceBeside(file: string, text: string): void {
  replaceFile(path.dirname(file), file, text);
}
