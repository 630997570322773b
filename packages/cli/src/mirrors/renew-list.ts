import { YAML_FILE_MAX_BYTES } from '@tamizdat/archive';
import { type Mirror, labelUnder } from '@tamizdat/article-schema';
import { readPlain, replaceFile } from '@tamizdat/files';
import type { GivenName, RenewalPlan } from '@tamizdat/mirrors/addresses';
import { isMap, isScalar, isSeq, type YAMLSeq } from 'yaml';
import { insertItem } from '../edit/insert-item.ts';
import { removeItem } from '../edit/remove-item.ts';
import { replaceIn, type Replacement } from '../edit/replacement.ts';
import { lineAfter, openYaml } from '../edit/yaml-document.ts';
import { say } from '../language/say.ts';
import { changeList, entriesOf, type MirrorList, newlineOf, parseList } from './mirror-list.ts';

/** A name of the book that the list shows, with what the list calls its mirror. */
export interface ShownName {
  name: GivenName;
  /** What `watch` calls it. */
  watched: string;
}

/** Which names of the book the list shows, in its order. */
export function listShown(mirrors: readonly Mirror[], names: readonly GivenName[]): ShownName[] {
  return mirrors.flatMap((mirror) =>
    mirror.wildcard === undefined
      ? names
          .filter(({ base }) => base === mirror.base)
          .map((name) => ({ name, watched: mirror.name }))
      : (mirror.names ?? []).flatMap((label) =>
          names
            .filter(({ base }) => labelUnder(mirror.wildcard ?? '', base) === label)
            .map((name) => ({ name, watched: `${mirror.name}/${label}` })),
        ),
  );
}

/**
 * The text of `mirrors.yaml` with new names in it and dead ones out: among the names of a mirror with a wildcard, or as an
 * entry of their own. Nothing else of the file changes.
 * @param names Those of the book.
 * @throws Error where the list is written in a form that cannot be changed here
 */
export function renewText(
  list: MirrorList,
  names: readonly GivenName[],
  { brought, dropped }: Pick<RenewalPlan, 'brought' | 'dropped'>,
): string {
  const gone = names.filter(({ label }) => dropped.includes(label));
  const added = brought.reduce((text, name) => addName(text, list, name), list.text);
  const text = gone.reduce((now, name) => dropName(now, list, name), added);
  if (parseList(text, list.root, list.outlet).value === undefined) throw cannot();
  return text;
}

/**
 * Writes the list whole, or not at all; never over what somebody wrote since it was opened.
 * @throws Error `list-changed`
 */
export function writeList(list: MirrorList, text: string): void {
  const { root, file, text: former } = list;
  if (text === former) return;
  if (!isAsOpened(list)) throw changedMeanwhile();
  replaceFile(root, file, text);
}

/** Puts a list back as it was opened; what somebody wrote after it was changed to `text` is not undone. */
export function undoList(list: MirrorList, text: string): void {
  const changed = { ...list, text };
  if (isAsOpened(changed)) writeList(changed, list.text);
}

/** Whether the file still holds what was read of it. */
function isAsOpened({ file, text }: MirrorList): boolean {
  try {
    return new TextDecoder().decode(readPlain(file, YAML_FILE_MAX_BYTES)) === text;
  } catch {
    return false;
  }
}

const changedMeanwhile = (): Error =>
  new Error(
    say({
      en: 'list-changed: Somebody changed content/mirrors.yaml while the names were renewed. It stands as they wrote it, and the next run goes on from there.',
      ru: 'list-changed: Пока обновлялись имена, кто-то изменил content/mirrors.yaml. Файл остался таким, как его записали; следующий запуск продолжит с него.',
    }),
  );

/** The new name stands first: the first of a wildcard is what programs that take one address use. */
function addName(text: string, list: MirrorList, { label, base }: GivenName): string {
  const at = wellOf(text, list, base);
  if (at !== undefined) return setNames(text, at, [label, ...namesOf(text, at)]);
  const item = { name: label, address: base, kind: 'copied' };
  const newline = newlineOf(text);
  const insertion = insertItem(text, { path: ['mirrors'], item, at: 'last', newline });
  return changeList(text, insertion && [insertion], [...entriesOf(text), item]);
}

function dropName(text: string, list: MirrorList, { label, base }: GivenName): string {
  const at = wellOf(text, list, base);
  if (at !== undefined) {
    const rest = namesOf(text, at).filter((one) => one !== label);
    // A mirror with a wildcard is announced under one name at least.
    return rest.length === 0 ? text : setNames(text, at, rest);
  }
  const index = entriesOf(text).findIndex((entry) => entry['address'] === base);
  if (index === -1) return text;
  const removal = removeItem(text, 'mirrors', index);
  return changeList(text, removal?.replacements, entriesOf(text).toSpliced(index, 1));
}

/** The place of the mirror whose wildcard covers an address. */
function wellOf(text: string, { root, outlet }: MirrorList, base: string): number | undefined {
  const { value = [] } = parseList(text, root, outlet);
  const index = value.findIndex(
    ({ wildcard }) => wildcard !== undefined && labelUnder(wildcard, base) !== undefined,
  );
  return index === -1 ? undefined : index;
}

const namesOf = (text: string, at: number): string[] =>
  (entriesOf(text)[at]?.['names'] ?? []) as string[];

/** Writes the names of a mirror anew, and nothing else of it. */
function setNames(text: string, at: number, names: readonly string[]): string {
  const entry = openYaml(text).getIn(['mirrors', at], true);
  const node = isMap(entry) ? entry.get('names', true) : undefined;
  const [start, end] = isSeq(node) ? (node.range ?? []) : [];
  if (!isSeq(node) || start === undefined || end === undefined) throw cannot();
  const inBrackets = [{ start, end, text: `[${names.join(', ')}]` }];
  const changed = replaceIn(text, node.flow === true ? inBrackets : changeLines(text, node, names));
  const wanted = entriesOf(text).with(at, { ...entriesOf(text)[at], names: [...names] });
  try {
    // The same proof as for entries: what is read afterwards is what was meant.
    return changeList(changed, [], wanted);
  } catch {
    throw cannot();
  }
}

/** What goes where names stand below each other: a line for each that is new, before the first, and lines that are gone. */
function changeLines(text: string, list: YAMLSeq, names: readonly string[]): Replacement[] {
  const lines = list.items.map((item) => {
    const [start, end] = isScalar(item) ? (item.range ?? []) : [];
    if (!isScalar(item) || start === undefined || end === undefined) throw cannot();
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const before = text.slice(from, start);
    return { name: String(item.value), before, start: from, end: lineAfter(text, end) };
  });
  const [first] = lines;
  if (first === undefined) throw cannot();
  const had = new Set(lines.map(({ name }) => name));
  const fresh = names
    .filter((name) => !had.has(name))
    .map((name) => `${first.before}${name}${newlineOf(text)}`);
  const gone = lines.filter(({ name }) => !names.includes(name));
  return [
    ...(fresh.length === 0 ? [] : [{ start: first.start, end: first.start, text: fresh.join('') }]),
    ...gone.map(({ start, end }) => ({ start, end, text: '' })),
  ];
}

const cannot = (): Error =>
  new Error(
    say({
      en: 'content/mirrors.yaml is written in a form that cannot be changed here. Nothing was changed: write the names of a mirror in brackets, “names: [one, two]”, or each on a line of its own.',
      ru: 'content/mirrors.yaml записан так, что изменить его здесь нельзя. Ничего не изменено: напишите имена зеркала в квадратных скобках, «names: [one, two]», или каждое на своей строке.',
    }),
  );
