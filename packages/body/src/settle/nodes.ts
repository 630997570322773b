import type { Nodes, Text } from 'mdast';

/** Where a node stands in what was parsed, UTF-16 code units. */
export const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
export const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

/** The children of a node, for walks that replace them. */
export const childrenOf = (node: Nodes): Nodes[] | undefined =>
  'children' in node ? node.children : undefined;

/** Text of its own between two places: of offsets alone, `pointOf` finds lines by them. */
export function textBetween(value: string, start: number, end: number): Text {
  const point = (offset: number) => ({ line: 0, column: 0, offset });
  return { type: 'text', value, position: { start: point(start), end: point(end) } };
}

/** Neighbouring texts as one, so that whoever reads them sees words whole. */
export function joinTexts<Node extends Nodes>(nodes: readonly Node[]): Node[] {
  const joined: Node[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = {
        ...last,
        value: last.value + node.value,
        ...(last.position && node.position
          ? { position: { start: last.position.start, end: node.position.end } }
          : {}),
      };
    } else joined.push(node);
  }
  return joined;
}
