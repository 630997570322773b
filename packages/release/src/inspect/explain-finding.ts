import { isRebased } from '../tree/content-type.ts';
import type { Finding } from './verdict.ts';

/** What happened and what to do, for each code. `{at}`, `{expected}` and `{found}` are filled in. */
const TEXTS: Record<Finding['code'], { message: string; remedy: string }> = {
  'bad-bundle': {
    message: 'release/bundle.json is not a bundle ({found}).',
    remedy:
      'The mirror serves something else in its place. Try another mirror, and tell the outlet.',
  },
  'bad-metadata': {
    message: 'The signed file for {at} does not have the form it must have ({found}).',
    remedy: 'Try another mirror, and tell the outlet.',
  },
  'bad-mirrors': {
    message: 'The list of mirrors does not have the form it must have ({found}).',
    remedy: 'Tell the outlet: it signed this.',
  },
  'bad-node': {
    message: 'A part of the hash tree does not have the form it must have ({found}).',
    remedy: 'Tell the outlet: it signed this.',
  },
  'bad-path': {
    message: '“{at}” is not a path that a tree may hold.',
    remedy: 'Write it from the root of the site. Example: en/2026/11/22/slug.html',
  },
  'bad-release': {
    message: 'What the release says of itself does not hold: expected {expected}, found {found}.',
    remedy: 'Tell the outlet: it signed this. A release of a later version needs a later Tamizdat.',
  },
  'file-mismatch': {
    message: '{at} is not what the outlet signed: expected {expected}, found {found}.',
    remedy:
      'Do not trust this file. Compare it with another mirror, and tell the outlet which mirror it was. If a page of the host’s own stands there, the file is missing and the host answers 200 for it: the outlet publishes with --repair, and has the host answer 404 (docs/mirrors.md).',
  },
  'hash-mismatch': {
    message:
      'The files of this release do not belong together: {at} should be {expected} and is {found}.',
    remedy: 'If the mirror is being updated, try again in some minutes. Otherwise tell the outlet.',
  },
  missing: {
    message: '{at} is part of the release and is not there.',
    remedy: 'If the copy is being made, wait for its end. Otherwise copy it again, whole.',
  },
  'node-mismatch': {
    message: 'A part of the hash tree was altered: {expected} was expected, {found} was served.',
    remedy: 'Do not trust this copy. Try another mirror, and tell the outlet which mirror it was.',
  },
  'not-canonical': {
    message:
      '{at} is not the JSON that an outlet writes: altered, cut short, or another page in its place.',
    remedy: 'Try another mirror. A block page of your provider looks like this too.',
  },
  'not-in-tree': {
    message: '{at} is not part of this release.',
    remedy: 'Check the spelling. A page that a mirror shows at this address is not the outlet’s.',
  },
  'outside-tree': {
    message: '{at} is not part of the release.',
    remedy: 'Somebody else put it there. Delete it, or leave out --strict.',
  },
  'path-collision': {
    message: '{at} and {found} are one name on some systems.',
    remedy: 'Tell the outlet: it signed this.',
  },
  'piece-mismatch': {
    message: 'A piece of a file, from byte {at}, is not what was signed.',
    remedy: 'Fetch it from another mirror.',
  },
  rollback: {
    message:
      'This release is older than one that was seen before: {at} has number {found}, {expected} was seen.',
    remedy: 'The mirror is stale, or holds readers back on purpose. Take another one.',
  },
  'root-gap': {
    message: 'A root is missing: version {expected} was expected, {found} came.',
    remedy: 'Copy release/ again, whole: all roots have to stay.',
  },
  stale: {
    message: '{at} is that of release {found}, and {expected} is the newest: old, and not false.',
    remedy:
      'Caches show what was there before for a minute after a publication: look again in a minute. If it stays so, the mirror holds readers back: tell the outlet.',
  },
  threshold: {
    message: '{at} is not signed by the outlet: {found} valid signatures of {expected}.',
    remedy:
      'This is a forgery, another outlet’s copy, or signed with a key that was replaced. Do not trust it.',
  },
  'too-large': {
    message: '{at} is larger than any such file may be ({expected} bytes).',
    remedy: 'The mirror serves something else in its place. Try another mirror.',
  },
  'version-mismatch': {
    message: '{at} should have version {expected} and has {found}.',
    remedy: 'If the mirror is being updated, try again in some minutes. Otherwise tell the outlet.',
  },
  'wrong-publisher': {
    message: 'This is the site of somebody else: fingerprint {found}, expected {expected}.',
    remedy: 'Compare the fingerprint with the places where the outlet publishes it.',
  },
};

/** Feeds and their like hold the address of the mirror that they were put on (SPEC 8.2). */
const MOVED =
  'Where only feeds, sitemaps, robots.txt and 404.html are named, the mirror may have been asked at another address than the one it was made for, such as the onion address of a copy with a name: ask at that one.';

/**
 * Says in words what was found, and what to do. What came from the source is shortened, and characters that could
 * change a terminal or the direction of text are made visible.
 */
export function explainFinding(finding: Finding): { message: string; remedy: string } {
  const { message, remedy } = TEXTS[finding.code];
  const isMoved = finding.code === 'file-mismatch' && isRebased(finding.at ?? '');
  const fill = (text: string): string =>
    text.replace(/\{(at|expected|found)\}/g, (_, name: 'at' | 'expected' | 'found') =>
      showValue(String(finding[name] ?? 'nothing')),
    );
  return { message: fill(message), remedy: fill(isMoved ? `${remedy} ${MOVED}` : remedy) };
}

/** Characters of a value that are shown. */
const SHOWN = 200;

function showValue(value: string): string {
  const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
  return shown.replace(
    /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (char) => {
      const code = char.codePointAt(0) ?? 0;
      return `\\u${code.toString(16).padStart(4, '0')}`;
    },
  );
}
