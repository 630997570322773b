import { isShrunken, parseMirrors } from '@tamizdat/verify';
import { say } from '../language/say.ts';

/**
 * Whether readers' programs and copies keep the former list of mirrors in use when this one comes (SPEC 9.15).
 * @param former The signed list before, as bytes; undefined where there was none.
 * @throws ReleaseError for what is no list
 */
export const isHeld = (former: Uint8Array | undefined, list: Uint8Array): boolean =>
  former !== undefined && isShrunken(countMirrors(former), countMirrors(list));

const countMirrors = (list: Uint8Array): number => parseMirrors(list).mirrors.length;

/** What a list that is held means, and how it is meant so. */
export const describeHeld = (): string =>
  say({
    en: 'The list of mirrors names none, or fewer than half as many as the one before: readers’ programs and copies keep that one in use until a list is signed again (SPEC 9.15). If it is meant so, sign it a second time: tamizdat mirrors sign <tree> --keys <folder> --again',
    ru: 'В списке зеркал нет ни одного или меньше половины прежних: программы читателей и копии пользуются прежним списком, пока список не подпишут ещё раз (SPEC 9.15). Если так и задумано, подпишите его повторно: tamizdat mirrors sign <дерево> --keys <папка> --again',
  });
