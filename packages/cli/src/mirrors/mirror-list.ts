import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { YAML_FILE_MAX_BYTES } from '@tamizdat/archive';
import {
  type Mirror,
  type Outlet,
  type ParsedMirrors,
  parseMirrors,
  type Renewal,
} from '@tamizdat/article-schema';
import { readPlain } from '@tamizdat/files';
import { buildReport } from '../check/build-report.ts';
import { openContent } from '../edit/open-article.ts';
import { replaceIn, type Replacement } from '../edit/replacement.ts';
import { openYaml } from '../edit/yaml-document.ts';
import { contentFolder } from '../release/find-outlet.ts';
import { say } from '../language/say.ts';

/** `content/mirrors.yaml`, without errors, to be changed. */
export interface MirrorList {
  /** The content folder. */
  root: string;
  file: string;
  text: string;
  newline: '\n' | '\r\n';
  outlet: Outlet;
  mirrors: Mirror[];
  /** By what rules blocked names give way by themselves; absent where they do not. */
  renewal?: Renewal | undefined;
}

const NAME = 'mirrors.yaml';

/**
 * Opens the list of announced mirrors.
 * @throws UsageError without a content folder
 * @throws Error with all that is wrong in the list, or where there is none
 */
export async function openMirrorList(content: string | undefined): Promise<MirrorList> {
  const { root, outlet } = openContent(contentFolder(content));
  const file = path.join(root, NAME);
  const text = readList(file);
  const { value, problems, renewal } = parseList(text, root, outlet);
  if (value === undefined) {
    const report = await buildReport({ problems, files: 1, root });
    throw new Error(
      say({
        en: `Nothing was changed: the list has errors; mend them first.\n${report}`,
        ru: `Ничего не изменено: в списке ошибки, сначала исправьте их.\n${report}`,
      }),
    );
  }
  return { root, outlet, file, text, newline: newlineOf(text), mirrors: value, renewal };
}

function readList(file: string): string {
  try {
    return new TextDecoder().decode(readPlain(file, YAML_FILE_MAX_BYTES));
  } catch {
    throw new Error(
      say({
        en: `${file} cannot be read. Make it with the one line “mirrors: []” where no mirror was announced yet.`,
        ru: `${file} не читается. Если зеркал ещё не объявляли, создайте его с одной строкой “mirrors: []”.`,
      }),
    );
  }
}

/** Parses the list as it stands in a content folder. */
export function parseList(text: string, root: string, outlet: Outlet): ParsedMirrors {
  return parseMirrors(text, { path: NAME, root: path.basename(root), outlet });
}

/** The line end that a file uses. */
export const newlineOf = (text: string): '\n' | '\r\n' => (text.includes('\r\n') ? '\r\n' : '\n');

/** The entries of a list as they are written. */
export const entriesOf = (yaml: string): Record<string, unknown>[] =>
  (openYaml(yaml).toJS() as { mirrors: Record<string, unknown>[] }).mirrors;

/**
 * The text of a list after a change, proved: its entries are what they are to be.
 * @throws Error where this form of YAML cannot be changed
 */
export function changeList(
  text: string,
  replacements: readonly Replacement[] | undefined,
  wanted: readonly unknown[],
): string {
  const changed = replacements === undefined ? text : replaceIn(text, replacements);
  if (replacements !== undefined && isDeepStrictEqual(readEntries(changed), wanted)) return changed;
  throw new Error(
    say({
      en: 'The list is written in a form that cannot be changed here. Nothing was changed: move the entry by hand.',
      ru: 'Список записан так, что изменить его отсюда нельзя. Ничего не изменено: перенесите запись вручную.',
    }),
  );
}

function readEntries(yaml: string): unknown {
  try {
    return entriesOf(yaml);
  } catch {
    return undefined;
  }
}
