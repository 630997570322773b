import type { Delete, PhrasingContent } from 'mdast';
import { endOf, startOf, textBetween } from './nodes.ts';

/**
 * What one tilde on either side struck out, as it was written: “1~3 °C” is a range. GFM lets one strike out as two
 * do (6.5); here only two retract.
 */
export function keepTilde(node: Delete, source: string): PhrasingContent[] {
  const start = startOf(node);
  const end = endOf(node);
  if (source.startsWith('~~', start)) return [node];
  return [textBetween('~', start, start + 1), ...node.children, textBetween('~', end - 1, end)];
}
