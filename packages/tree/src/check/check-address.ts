import type { Finding } from '../finding.ts';
import { findScheme, isProtocolRelative, isRootAbsolute } from '../links/internal-link.ts';
import { type ResolvedLink, resolveLink } from './resolve-link.ts';

/** What is known of the whole tree while one file is checked. */
export interface TreeContext {
  files: ReadonlySet<string>;
  folders: ReadonlySet<string>;
  /** The outlet's own base address with a trailing slash. */
  origin?: string;
}

/** An address in a file, and how it may be written there. */
export interface FoundAddress {
  address: string;
  offset: number;
  field: string;
  /** The browser loads it with the page. */
  isResource: boolean;
  /** The place asks for an absolute address (an hreflang alternate, a `404.html`). */
  mayBeAbsolute: boolean;
}

type Fault = Omit<Finding, 'offset' | 'field' | 'found'>;

/** Gives what is wrong with an address in the file at tree path `file`, if anything. */
export function checkAddress(
  file: string,
  found: FoundAddress,
  context: TreeContext,
): Finding | undefined {
  const fault = findFault(file, found, context);
  if (!fault) return undefined;
  return { ...fault, offset: found.offset, field: found.field, found: found.address };
}

function findFault(file: string, found: FoundAddress, context: TreeContext): Fault | undefined {
  const { address } = found;
  if (isProtocolRelative(address)) return PROTOCOL_RELATIVE;
  if (isRootAbsolute(address) || address.startsWith('/')) return ROOT_ABSOLUTE;
  if (address === '') return EMPTY;
  const scheme = findScheme(address);
  if (scheme === undefined) return findRelativeFault(file, found, context);
  if (scheme === 'file') return LOCAL_FILE;
  if (scheme !== 'http' && scheme !== 'https') return undefined;
  if (found.isResource) return THIRD_PARTY;
  const isOwn = context.origin !== undefined && `${address}/`.startsWith(context.origin);
  return isOwn && !found.mayBeAbsolute ? ABSOLUTE_OWN : undefined;
}

function findRelativeFault(
  file: string,
  { address }: FoundAddress,
  context: TreeContext,
): Fault | undefined {
  const resolved = resolveLink(file, address);
  return resolved.kind === 'inside'
    ? findTargetFault(resolved.path, context)
    : FAULTS[resolved.kind];
}

function findTargetFault(path: string, { files, folders }: TreeContext): Fault | undefined {
  if (files.has(path)) return undefined;
  const folder = path.endsWith('/') ? path.slice(0, -1) : path;
  if (path === '' || path.endsWith('/') || folders.has(folder)) return FOLDER;
  return files.has(`${path}.html`) ? WITHOUT_HTML : DEAD;
}

const PROTOCOL_RELATIVE: Fault = {
  code: 'link-protocol-relative',
  message: 'An address that starts with two slashes names another host.',
  remedy: 'Write https:// for another site; for a page of this one, link from the site’s root.',
};

const ROOT_ABSOLUTE: Fault = {
  code: 'link-root-absolute',
  message: 'The link starts at the root of the host.',
  why: 'It breaks wherever the tree stands in a folder, in an archive, or is opened from a disk.',
  remedy: 'Let the file pass through finishPage, or write the link relative to it.',
};

const EMPTY: Fault = {
  code: 'link-empty',
  message: 'The address is empty.',
  remedy: 'Name a file, or take the attribute out.',
};

const LOCAL_FILE: Fault = {
  code: 'link-local-file',
  message: 'The link leads to somebody’s own disk.',
  why: 'It works for nobody else, and can tell a user’s name.',
  remedy: 'Link to a file of the site.',
};

const THIRD_PARTY: Fault = {
  code: 'third-party',
  message: 'The page would load something from an absolute address.',
  why: 'Pages make no request to another host: it would learn who reads what, and may be blocked.',
  remedy: 'Put a copy into the tree and link to that, or leave it as a plain link.',
};

const ABSOLUTE_OWN: Fault = {
  code: 'link-absolute-own',
  message: 'A link to the outlet’s own site names its host.',
  why: 'On a mirror it leads readers back to the address that is blocked.',
  remedy: 'Link from the site’s root in the template: the link is then made relative.',
};

const FOLDER: Fault = {
  code: 'link-folder',
  message: 'The link names a folder, not a file.',
  why: 'Many stores and archives have no index documents.',
  remedy: 'Write index.html out.',
};

const WITHOUT_HTML: Fault = {
  code: 'link-without-html',
  message: 'The link leaves out .html.',
  why: 'Only some hosts add it.',
  remedy: 'Write .html out.',
};

const DEAD: Fault = {
  code: 'link-dead',
  message: 'The link leads to nothing in the tree.',
  remedy: 'Correct the address; upper and lower case count.',
};

const FAULTS: Record<Exclude<ResolvedLink['kind'], 'inside'>, Fault> = {
  outside: {
    code: 'link-leaves-tree',
    message: 'The link leads out of the tree.',
    remedy: 'Take the superfluous ../ out.',
  },
  malformed: {
    code: 'link-malformed',
    message: 'The link holds a % that is not part of an escape.',
    remedy: 'Write %25 for a percent sign.',
  },
};
