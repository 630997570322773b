import { FREEZE_BYTES } from '../limits.ts';
import type { FirstVisit } from '../reader/first-visit.ts';

const HEADINGS = [
  'first visit',
  'protocol',
  'scripts',
  'file',
  'its connection',
  'all of it came',
  'worker there after',
];

/** First visits through a freeze as a table of Markdown. */
export function buildFirstVisits(visits: readonly FirstVisit[]): string {
  const lines = visits.map(({ address, protocol, scripts, size, alone, wholeMs, worker }) => [
    address,
    protocol,
    scripts ? 'on' : 'off',
    String(size),
    alone < FREEZE_BYTES ? String(alone) : `${alone}: frozen`,
    wholeMs === undefined ? 'no' : `${(wholeMs / 1_000).toFixed(1)} s`,
    worker === 'none' ? '' : `the ${worker} visit`,
  ]);
  const rule = HEADINGS.map((_, place) => (place < 3 ? '---' : '---:'));
  return [HEADINGS, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
