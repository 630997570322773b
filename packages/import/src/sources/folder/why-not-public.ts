import type { Reason } from '../../record.ts';
import { isNo, isYes, pick, type Row, rowOf, textOf } from './row.ts';

/** Words of a state that is not public, whatever else a newsroom calls its states. */
const HIDDEN =
  /^(?:draft|wip|pending|review|private|hidden|unpublished|scheduled|future|trash(?:ed)?|deleted|archived)$/i;
/** The same at the beginning of a line: of two fields with one name, or in a head that is no YAML, one is enough. */
const HIDDEN_LINE =
  /^["']?(?:(?:draft|hidden|private|unlisted)["']?[ \t]*[:=][ \t]*["']?(?:true|yes|on|1)\b|published["']?[ \t]*[:=][ \t]*["']?(?:false|no|off|0)\b)/im;

/** Why a page was not public; undefined where it was. @param head The fields as they were written */
export function whyNotPublic(fields: Row, head: string, path: string): Reason | undefined {
  const parts = path.toLowerCase().split('/');
  if (parts.some((part) => part === '_drafts' || part === 'drafts')) return 'draft';
  if (isYes(pick(fields, 'draft')) || isNo(fields['published'])) return 'draft';
  const state = textOf(pick(fields, 'status', 'state'));
  if (HIDDEN.test(state)) return state.toLowerCase() === 'private' ? 'private' : 'draft';
  if (pick(fields, 'password') !== undefined) return 'password';
  if (['private', 'hidden', 'unlisted', 'headless'].some((name) => isYes(pick(fields, name))))
    return 'private';
  const visibility = textOf(pick(fields, 'visibility', 'access'));
  if (visibility !== '' && !/^(?:public|everyone|all|free)$/i.test(visibility))
    return /^(?:private|hidden|unlisted)$/i.test(visibility) ? 'private' : 'members-only';
  if (['members_only', 'membersOnly', 'paid', 'premium'].some((name) => isYes(pick(fields, name))))
    return 'members-only';
  const build = rowOf(fields, 'build', '_build');
  if (isNo(pick(build, 'render')) || isNo(fields['permalink']) || isNo(fields['output']))
    return 'private';
  return HIDDEN_LINE.test(head) ? 'draft' : undefined;
}
