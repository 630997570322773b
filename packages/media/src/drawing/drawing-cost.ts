import { numbersOf, partOf } from './values.ts';

/** An element, as far as it costs to draw it. */
export interface CostlyElement {
  id: string | undefined;
  values: ReadonlyMap<string, string>;
  inside: CostlyElement[];
  /** Lengths of the dashes of one round that its lines have, its own or inherited. */
  dash: number | undefined;
}

/** What it takes to draw all of a drawing. */
export interface DrawingCost {
  /** Masks and clips that are drawn, each as often as it is used; Infinity for one that uses itself. */
  layers: number;
  /** How deep masks and clips stand in one another. */
  depth: number;
  /** Dashes at most. */
  dashes: number;
}

/** Counts before anything is drawn what drawing would take: each use of a mask draws all of it, and what it uses, again. */
export function countCost(root: CostlyElement): DrawingCost {
  const known = new Map<string, CostlyElement>();
  const all: CostlyElement[] = [];
  const stack = [root];
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    all.push(one);
    // Of two with one name the first is meant.
    if (one.id !== undefined && !known.has(one.id)) known.set(one.id, one);
    stack.push(...[...one.inside].reverse());
  }
  const costs = new Map<CostlyElement, { layers: number; depth: number } | undefined>();
  return { ...costOf(root), dashes: all.reduce((sum, one) => sum + dashesOf(one), 0) };

  /** Elements are told from one another by what they are, so that each is counted once. */
  function costOf(element: CostlyElement): { layers: number; depth: number } {
    if (costs.has(element)) return costs.get(element) ?? { layers: Infinity, depth: Infinity };
    costs.set(element, undefined);
    const cost = { layers: 0, depth: 0 };
    for (const child of element.inside) add(cost, costOf(child), 0);
    for (const name of ['mask', 'clip-path']) {
      const used = known.get(partOf(element.values.get(name)) ?? '');
      if (used !== undefined) add(cost, costOf(used), 1);
    }
    costs.set(element, cost);
    return cost;
  }
}

function add(
  to: { layers: number; depth: number },
  { layers, depth }: typeof to,
  use: 0 | 1,
): void {
  to.layers += layers + use;
  to.depth = Math.max(to.depth, depth + use);
}

/** No line is longer than twice the sum of its numbers. */
function dashesOf({ values, dash }: CostlyElement): number {
  if (dash === undefined) return 0;
  const lengths = [...values]
    .filter(([name]) => /^(?:d|points|r|rx|ry|cx|cy|x[12]?|y[12]?|width|height)$/.test(name))
    .flatMap(([, value]) => numbersOf(value).map(Math.abs));
  return (2 * lengths.reduce((sum, length) => sum + length, 0)) / Math.max(dash, 1e-9);
}
