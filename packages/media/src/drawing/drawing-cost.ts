import { DRAWING_LAYERS_DEPTH_MAX } from '../limits.ts';
import { lengthsOf, numbersOf, partOf } from './values.ts';

/** An element, as far as it costs to draw it. */
export interface CostlyElement {
  id: string | undefined;
  values: ReadonlyMap<string, string>;
  inside: CostlyElement[];
  /** Lengths of the dashes of one round that its lines have, its own or inherited. */
  dash: number | undefined;
  /** The parts that its outline and its inside are painted with, its own or inherited. */
  paints: Readonly<Record<Paint, string | undefined>>;
}

export type Paint = 'fill' | 'stroke';

/** What it takes to draw all of a drawing. */
export interface DrawingCost {
  /** Masks and clips that are drawn, each as often as it is used; Infinity for one that uses itself. */
  layers: number;
  /** How deep masks and clips stand in one another. */
  depth: number;
  /** Dashes at most, and the following: each as often as it is drawn. */
  dashes: number;
  points: number;
  /** Stops of gradients. */
  stops: number;
  /** Groups that are drawn aside first. */
  translucent: number;
}

/** Counts before anything is drawn what drawing would take: each use of a mask draws all of it, and what it uses, again. */
export function countCost(root: CostlyElement): DrawingCost {
  const known = new Map<string, CostlyElement>();
  const stack = [root];
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    // Of two with one name the first is meant.
    if (one.id !== undefined && !known.has(one.id)) known.set(one.id, one);
    stack.push(...[...one.inside].reverse());
  }
  const costs = new Map<CostlyElement, DrawingCost>();
  const hundred = Math.max(...sidesOf(root.values));
  return costOf(root, 0);

  /**
   * Elements are told from one another by what they are, so that each is counted once. A chain of masks is followed as
   * far as one may be, so that no stack overflows; one that uses itself has no end.
   */
  function costOf(element: CostlyElement, depth: number): DrawingCost {
    if (depth > DRAWING_LAYERS_DEPTH_MAX) return { ...NOTHING, layers: Infinity };
    const counted = costs.get(element);
    if (counted !== undefined) return counted;
    const cost = ownCost(element, known, hundred);
    for (const child of element.inside) add(cost, costOf(child, depth), 0);
    for (const name of ['mask', 'clip-path']) {
      const used = known.get(partOf(element.values.get(name)) ?? '');
      if (used !== undefined) add(cost, costOf(used, depth + 1), 1);
    }
    costs.set(element, cost);
    return cost;
  }
}

const NOTHING: DrawingCost = {
  layers: 0,
  depth: 0,
  dashes: 0,
  points: 0,
  stops: 0,
  translucent: 0,
};

function add(to: DrawingCost, { depth, ...counts }: DrawingCost, use: 0 | 1): void {
  for (const [name, count] of Object.entries(counts)) to[name as keyof typeof counts] += count;
  to.layers += use;
  to.depth = Math.max(to.depth, depth + use);
}

/** What an element takes without what stands in it and what masks it. */
function ownCost(
  element: CostlyElement,
  known: ReadonlyMap<string, CostlyElement>,
  hundred: number,
): DrawingCost {
  const { values, inside, paints } = element;
  const isGroup = inside.length > 0;
  const painted = isGroup ? [] : [paints.fill, paints.stroke];
  return {
    ...NOTHING,
    dashes: dashesOf(element, hundred),
    points: numbersOf(values.get('d')).length / 2 + numbersOf(values.get('points')).length / 2,
    stops: painted.reduce((sum, part) => sum + (known.get(part ?? '')?.inside.length ?? 0), 0),
    translucent: isGroup && values.has('opacity') ? 1 : 0,
  };
}

/** Numbers that the sides of a drawing are said with, in CSS pixels or units of its own: percentages are of them. */
export const sidesOf = (values: ReadonlyMap<string, string>): number[] =>
  [
    ...numbersOf(values.get('viewBox')).slice(2),
    ...['width', 'height'].flatMap((name) => numbersOf(values.get(name))),
  ].filter((side) => side > 0);

const LINE = /^(?:d|points|r|rx|ry|cx|cy|x[12]?|y[12]?|width|height)$/;

/**
 * No line is longer than twice the sum of its numbers; but each “T” of a path swings as far as all before it, without
 * saying so.
 */
function dashesOf({ values, dash }: CostlyElement, hundred: number): number {
  if (dash === undefined) return 0;
  const lengths = [...values]
    .filter(([name]) => LINE.test(name))
    .flatMap(([name, value]) =>
      name === 'd' || name === 'points' ? numbersOf(value) : lengthsOf(value, hundred),
    );
  const swings = 1 + swingsOf(values.get('d') ?? '');
  return (2 * swings * lengths.reduce((sum, one) => sum + Math.abs(one), 0)) / Math.max(dash, 1e-9);
}

/** Curves of a path that go on as the one before them: pairs of numbers after “T”. */
const swingsOf = (path: string): number =>
  [...path.matchAll(/[Tt]([^a-df-zA-DF-Z]*)/g)].reduce(
    (sum, [, numbers]) => sum + Math.ceil(numbersOf(numbers).length / 2),
    0,
  );
