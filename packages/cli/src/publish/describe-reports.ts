import type { Published, Report } from '@tamizdat/mirrors';
import { alignColumns } from '../tree/align-columns.ts';

const HEADINGS = [
  'mirror',
  'kind',
  'release',
  'sent',
  'bytes',
  'deleted',
  'waiting',
  'seconds',
  '',
];

/** What was done, as a table, with what is to be said of single mirrors under it. */
export function describeReports(reports: readonly Report[]): string {
  const table = alignColumns([HEADINGS, ...reports.map(listCells)], ['mirror', 'kind', '']);
  const notes = reports.flatMap(listNotes);
  return `${[table, ...(notes.length === 0 ? [] : ['', ...notes])].join('\n')}\n`;
}

function listCells({ name, kind, took, published, failure }: Report): string[] {
  const seconds = (took / 1_000).toFixed(1);
  if (published === undefined) {
    const said = failure === undefined ? 'copied by others' : `failed: ${failure.code}`;
    return [name, kind, '', '', '', '', '', failure === undefined ? '' : seconds, said];
  }
  const { release, sent, bytes, deleted, waiting } = published;
  const numbers = [release, sent, bytes, deleted, waiting].map(String);
  return [name, kind, ...numbers, seconds, describeState(published)];
}

function describeState({ state, resumed }: Published): string {
  if (state === 'same') return 'nothing new';
  if (state === 'planned') return resumed ? 'would finish what was begun' : 'would be sent';
  return resumed ? 'finished what was begun' : 'published';
}

function listNotes({ name, kind, published, failure }: Report): string[] {
  if (failure !== undefined) {
    const { message, remedy, detail } = failure;
    const said = detail === undefined ? [] : [`  ${detail.replaceAll('\n', '\n  ')}`];
    return [`${name}: ${message}`, `  ${remedy}`, ...said];
  }
  if (published === undefined) return [];
  const { kept, first, state } = published;
  const left = kept.map(
    (file) =>
      `${name}: ${file} keeps the origin’s addresses, because it holds the mirror’s own already.`,
  );
  return first && state === 'published' ? [...left, `${name}: ${WHAT_TO_SET[kind]}`] : left;
}

/** What the host of a new mirror is to be told, by kind. */
const WHAT_TO_SET: Readonly<Record<Report['kind'], string>> = {
  folder:
    'let the server send “Access-Control-Allow-Origin: *”, answer 404 for what is missing, and compress pages, so that readers’ programs can use it.',
  git: 'most Pages hosts send “Access-Control-Allow-Origin: *” and 404 by themselves; “tamizdat watch” looks whether this one does.',
  rclone:
    'allow GET from all origins in the bucket’s CORS rules, and let it answer 404 with 404.html, so that readers’ programs can use it.',
  copied: '',
};
