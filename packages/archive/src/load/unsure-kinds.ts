import { Archive, type ArchiveSource } from '../archive.ts';
import type { PageKind } from '../pages/page-kind.ts';
import { PAGE_KINDS, type PageKindName } from '../pages/page-kinds.ts';
import { timestampOf } from '../instant.ts';
import { type UnknownPart, watchUnknown } from './outlet-despite.ts';

/** Its list looks at what is asked of readers only to leave a page out: none is there that is not in the list. */
const NEVER_UNSURE: PageKindName = 'fixedPage';

/**
 * The kinds of pages of which nobody can say which there are: those whose lists look at something that is not known.
 * Nothing else says what a list depends on, so that a new kind of page needs no entry here.
 * @param now Milliseconds.
 */
export async function unsureKinds(
  source: ArchiveSource,
  unknown: ReadonlySet<UnknownPart>,
  now: number,
): Promise<Set<PageKindName>> {
  const unsure = new Set<PageKindName>();
  if (unknown.size === 0) return unsure;
  let looks = 0;
  const watched = watchUnknown(source, unknown, () => {
    looks += 1;
  });
  // Of a preview, in which every list has all that it may ever have to look at.
  const options = { clock: timestampOf(now), preview: true };
  const door = new Archive(() => Promise.resolve(watched), options);
  // Former addresses are arranged when the door opens.
  await door.outlet();
  if (looks > 0) unsure.add('former');
  for (const [name, { list }] of Object.entries<PageKind>(PAGE_KINDS)) {
    const before = looks;
    await list?.(door);
    if (looks > before && name !== NEVER_UNSURE) unsure.add(name as PageKindName);
  }
  return unsure;
}
