/** Stars that stand together and are not escaped. */
const STARS = /(?<!\\)\*{1,9}/g;
/** Letters before the stars of a masked word, from its beginning or from emphasis that begins there: “f**k”, “**F**k”. */
const HEAD = /(?:^|[^\p{L}\p{M}\p{N}*\\])\*{0,3}\p{L}{1,3}$/u;
/** Letters behind them, to its end; what goes on behind further stars is emphasis inside a word: “сл**ов**о”. */
const TAIL = /^\p{L}{1,8}(?![\p{L}\p{M}_]|\*+\p{L})/u;
/** Where a masked word ends in its stars, before a mark: “х**»”, “s****,”. One star there is a note’s. */
const END = /^[»”"’',.!?…;:)]/u;
/** What German puts behind a star for all sexes: “Schüler*innen”, “jede*r”. */
const GENDERED = /^(?:innen|in|r|n|e|en|m|s)(?![\p{L}\p{M}\p{N}])/u;
/** Stars that hide letters are few. */
const MASK_MAX = 6;
/** A mark at which a word begins or ends. */
const BORDER = /[\s\p{P}\p{S}]/u;
/** Blocks in which stars may be code, addresses or what else means itself. */
const OTHERWISE = /[`~<]|^(?: {4}|\t)/m;

interface StarRun {
  at: number;
  width: number;
  mask: 'inside' | 'end' | undefined;
  canOpen: boolean;
  canClose: boolean;
}

/** Where a text begins that emphasis cannot run over: a list’s item, a quoted paragraph, a table’s cell. */
const PARTS = /\n(?=[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t])|\n(?=[ \t>]*\n)|\|/g;
/** A star that makes a line an item of a list. */
const BULLET = /^[ \t>]*\*(?=[ \t])/;

/**
 * Where stars hide letters inside emphasis, as offsets: “**He said f**k off**”. CommonMark (6.2) would end the emphasis at
 * them. A text in which the other stars are pairs without them was written so; of “**New York**er” one would be left. Where
 * all are pairs with them too, each inside a word, they are meant: “**за**мок, за**мок**”.
 */
export function maskStars(given: string): number[] {
  if (!given.includes('*')) return [];
  const found: number[] = [];
  let start = 0;
  let isFenced = false;
  for (const block of given.split(/(\n[ \t]*\n)/)) {
    const fences = block.match(/^[ \t>]*(?:`{3,}|~{3,})/gm)?.length ?? 0;
    if (!isFenced && !OTHERWISE.test(block))
      for (const { part, at } of partsOf(block))
        found.push(...masksIn(part).map((star) => start + at + star));
    if (fences % 2 === 1) isFenced = !isFenced;
    start += block.length;
  }
  return found;
}

function* partsOf(block: string): Generator<{ part: string; at: number }> {
  let at = 0;
  for (const { 0: border, index } of block.matchAll(PARTS)) {
    yield { part: block.slice(at, index), at };
    at = index + border.length;
  }
  yield { part: block.slice(at), at };
}

function masksIn(part: string): number[] {
  const bullet = BULLET.exec(part)?.[0].length ?? 0;
  const runs = Array.from(part.slice(bullet).matchAll(STARS), ({ 0: { length }, index }) =>
    runAt(part, bullet + index, length),
  );
  if (areInWords(runs, part)) return [];
  // What stands at a word’s end may as well end emphasis: it hides letters where nothing else explains the signs.
  const isHiding = [isInside, isAnywhere].find((isMask) => {
    const others = runs.filter((run) => !isMask(run));
    return others.length > 0 && others.length < runs.length && arePairs(others);
  });
  if (isHiding === undefined) return [];
  const masks = runs.filter(isHiding);
  return masks.flatMap(({ at, width }) => Array.from({ length: width }, (_, index) => at + index));
}

/** Whether each run and the next are a pair around a part of a word. */
function areInWords(runs: readonly StarRun[], part: string): boolean {
  const pairs = runs.flatMap((run, index) => {
    const next = runs[index + 1];
    return index % 2 === 1 || next === undefined ? [] : [[run, next] as const];
  });
  return (
    runs.length % 2 === 0 &&
    pairs.every(
      ([open, close]) => open.width === close.width && !/\s/.test(part.slice(open.at, close.at)),
    )
  );
}

/** Whether stars hide letters inside a word, at its end, or neither. */
function maskAt(width: number, before: string, behind: string): StarRun['mask'] {
  if (width === 1 && /\p{L}$/u.test(before) && GENDERED.test(behind)) return 'inside';
  if (width > MASK_MAX || !HEAD.test(before)) return undefined;
  if (TAIL.test(behind)) return 'inside';
  return width > 1 && END.test(behind) ? 'end' : undefined;
}

const isInside = ({ mask }: StarRun): boolean => mask === 'inside';
const isAnywhere = ({ mask }: StarRun): boolean => mask !== undefined;

function runAt(block: string, at: number, width: number): StarRun {
  const before = block.slice(Math.max(0, at - 8), at);
  const behind = block.slice(at + width, at + width + 10);
  const isInAddress = /[/=@][^\s]*$/.test(block.slice(Math.max(0, at - 60), at));
  const isAfterBorder = before === '' || BORDER.test(before.at(-1) ?? '');
  const isBeforeBorder = behind === '' || BORDER.test(behind[0] ?? '');
  return {
    at,
    width,
    mask: isInAddress ? undefined : maskAt(width, before, behind),
    canOpen: isAfterBorder && /^\S/.test(behind),
    canClose: isBeforeBorder && /\S$/.test(before),
  };
}

/** Whether each run of stars opens what a later one as wide closes, innermost first. */
function arePairs(runs: readonly StarRun[]): boolean {
  const open: number[] = [];
  for (const { width, canOpen, canClose } of runs) {
    if (canClose && open.at(-1) === width) open.pop();
    else if (canOpen) open.push(width);
    else return false;
  }
  return open.length === 0;
}
