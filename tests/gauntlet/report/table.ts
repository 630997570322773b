import type { Measured, Row } from '../row.ts';

const HEADINGS = [
  'who',
  'reached',
  'genuine',
  'newest',
  'text',
  'pictures',
  'bytes',
  'requests',
  'connections',
  'hosts',
];

/** Rows as a table of Markdown: what a reader got, and what it cost. */
export function buildTable(rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => [
    ...row.opened.map((measured) => buildLine(row, measured, measured.article)),
    ...(row.recovered ? [buildLine(row, row.recovered, 'afterwards')] : []),
  ]);
  const rule = HEADINGS.map((_, place) => (place < 4 ? '---' : '---:'));
  return [HEADINGS, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function buildLine({ number, title, run }: Row, measured: Measured, what: string): string[] {
  const { outcome, readableMs, pictures, bytes, requests, connections, hosts } = measured;
  const isReached = outcome !== 'nothing';
  const says = (is: boolean): string => (isReached ? (is ? 'yes' : 'no') : '');
  return [
    `${number} ${title}${run === undefined ? '' : `, ${run}`}: ${what}`,
    isReached ? 'yes' : 'no',
    says(outcome !== 'forged'),
    says(outcome === 'newest'),
    readableMs === undefined ? '' : `${(readableMs / 1_000).toFixed(1)} s`,
    isReached ? `${pictures.shown}/${pictures.all}` : '',
    String(bytes),
    String(requests),
    String(connections),
    String(hosts.length),
  ];
}
