import { MAX_STATE_BYTES, parsePublishedName, type PublishedName } from '@tamizdat/release';
import { MAX_BYTES } from '@tamizdat/verify';
import { say } from '../language/say.ts';
import { MAX_PROOF_BYTES } from '../release/limits.ts';
import { MAX_BLOB_BYTES, MAX_BRANCH_FILES, MAX_KEPT_BYTES } from './limits.ts';

/** A file on the branch, or of another copy of a release. */
export interface BranchFile {
  /** Name of the object that holds its bytes, or its path. */
  object: string;
  /** Bytes. */
  size: number;
}

/** A regular file, with or without the mark of a program: nothing that is fetched is run, and the mark is not kept. */
const REGULAR = new Set(['100644', '100755']);

const SHOWN = 10;

/**
 * Reads what `git ls-tree -r -z -l` lists of the branch, as untrusted as a pull request: regular files alone, under
 * names that a release has (SPEC 6.1, 5.2, 11), of bounded number and size, and those that are read together of bounded sum.
 * @throws Error `foreign-branch` that names what else there is
 */
export function parseListing(listing: string): Map<string, BranchFile> {
  const files = new Map<string, BranchFile>();
  const faults: string[] = [];
  const rows = listing.split('\0').slice(0, -1);
  if (rows.length > MAX_BRANCH_FILES) throw foreignBranch([`${rows.length} > ${MAX_BRANCH_FILES}`]);
  for (const row of rows) {
    const tab = row.indexOf('\t');
    const [mode = '', type, object = '', size = ''] = row.slice(0, tab).split(/ +/);
    const path = row.slice(tab + 1);
    const limit = limitOf(path);
    if (!REGULAR.has(mode) || type !== 'blob') faults.push(`${mode} ${show(path)}`);
    else if (limit === undefined || Number(size) > limit) faults.push(`${size} ${show(path)}`);
    else files.set(path, { object, size: Number(size) });
  }
  const together = [...files]
    .filter(([path]) => ![undefined, 'bytes'].includes(publishedKind(path)))
    .reduce((sum, [, { size }]) => sum + size, 0);
  if (together > MAX_KEPT_BYTES) faults.push(`${together} > ${MAX_KEPT_BYTES} ${PUBLISHED}`);
  if (faults.length > 0) throw foreignBranch(faults);
  return files;
}

export const PUBLISHED = 'release/published/';

/** What a file on the branch is, where it is one that a release published. All but `bytes` are verified together. */
export const publishedKind = (path: string): PublishedName['kind'] | undefined =>
  path.startsWith(PUBLISHED) ? parsePublishedName(path.slice(PUBLISHED.length))?.kind : undefined;

/** A stranger's name may steer a terminal. */
const show = (path: string): string =>
  JSON.stringify(path.slice(0, 200)).replace(/[^\x20-\x7e]/g, '?');

const OWN = new Map([
  ['state.json', MAX_STATE_BYTES],
  ['signed.json', MAX_STATE_BYTES],
  ['signed.stamp', MAX_PROOF_BYTES],
  ['unfinished', 0],
]);

/** What every release writes anew, and what publishers leave (SPEC 11.2, 11.4). */
const WRITTEN = new Map<string, number>([
  ['bundle.json', MAX_BYTES.bundle],
  ['timestamp.json', MAX_BYTES.timestamp],
  ['pending.json', MAX_STATE_BYTES],
  ['published.json', MAX_STATE_BYTES],
]);

const FORMER = /^former\/[0-9a-f]{2}\/[0-9a-f]{62}$/;
const ARCHIVE = /^archives\/[\w.-]+$/;
/** What a killed run left; it is never read. */
const PART = /\.part$/;

/** How many bytes a file of this name may have; undefined for a name that nothing of a release has. */
function limitOf(path: string): number | undefined {
  const [part, ...rest] = path.split('/');
  const name = rest.join('/');
  if (rest.some((segment) => ['', '.', '..'].includes(segment)) || name === '') return undefined;
  if (PART.test(name)) return MAX_BLOB_BYTES;
  if (part === 'release') return limitOfState(name);
  if (part !== 'tree') return undefined;
  if (rest[0]?.toLowerCase() !== 'release') return MAX_BLOB_BYTES;
  const released = rest.slice(1).join('/');
  if (rest[0] !== 'release') return undefined;
  return WRITTEN.get(released) ?? limitOfPublished(released) ?? archiveLimit(released);
}

const limitOfState = (name: string): number | undefined =>
  OWN.get(name) ??
  (FORMER.test(name) ? MAX_BLOB_BYTES : undefined) ??
  (name.startsWith('published/') ? limitOfPublished(name.slice('published/'.length)) : undefined);

const archiveLimit = (name: string): number | undefined =>
  ARCHIVE.test(name) ? MAX_BLOB_BYTES : undefined;

function limitOfPublished(name: string): number | undefined {
  const limit = parsePublishedName(name)?.limit;
  return limit === undefined ? undefined : Math.min(limit, MAX_BLOB_BYTES);
}

function foreignBranch(faults: readonly string[]): Error {
  const shown = faults.slice(0, SHOWN).map((fault) => `  ${fault}`);
  const more = faults.length > SHOWN ? [`  +${faults.length - SHOWN}`] : [];
  return new Error(
    [
      say({
        en: `foreign-branch: the branch holds what no release has. Nothing of it was written here.`,
        ru: `foreign-branch: на ветке лежит то, чего в выпусках не бывает. Ничего из этого сюда не записано.`,
      }),
      ...shown,
      ...more,
      say({
        en: '  Links, other repositories, unknown names and files that are too long are refused (mode or bytes, and name).\n  Find out who can push to the branch, and put the newest good commit back: docs/forge.md.',
        ru: '  Ссылки, чужие репозитории, неизвестные имена и слишком длинные файлы не принимаются (режим или байты, затем имя).\n  Выясните, кто может отправлять на эту ветку, и верните последний верный коммит: docs/forge.md.',
      }),
    ].join('\n'),
  );
}
