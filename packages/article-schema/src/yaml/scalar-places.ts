import type { Scalar } from 'yaml';

/**
 * Where the characters of a scalar's value stand in its YAML: for each offset into `value` the offset
 * into `text`. YAML folds and drops white space but keeps everything else in its order, so that the
 * characters between the white space tell the way, block scalars and escapes included. Undefined
 * where the two do not agree; then only the value's start is known. All offsets in UTF-16 code units.
 */
export function scalarPlaces(text: string, node: Scalar, value: string): number[] | undefined {
  const [start, end] = node.range ?? [0, 0];
  const places = sourcePlaces(text.slice(start, end), node.type);
  let visible = 0;
  const found = Array.from({ length: value.length }, (_, index) => {
    const place = places[visible] ?? places.at(-1) ?? 0;
    if (isVisible(value[index] ?? '')) visible += 1;
    return start + place;
  });
  return visible === places.length ? found : undefined;
}

/** Offsets of what is not white space in a scalar's source, one for each code unit of the value. */
function sourcePlaces(source: string, type: Scalar['type']): number[] {
  switch (type) {
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED': {
      const header = source.indexOf('\n') + 1;
      return placesOf(source.slice(header), /[^]/g, header);
    }
    case 'QUOTE_SINGLE':
      return placesOf(source.slice(1, -1), /''|[^]/g, 1);
    case 'QUOTE_DOUBLE':
      return placesOf(source.slice(1, -1), ESCAPED, 1);
    default:
      return placesOf(source, /[^]/g, 0);
  }
}

/** YAML 1.2, 5.7: an escape stands for one character; before a line's end it joins the lines. */
const ESCAPED = /\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|[^])|[^]/g;

function placesOf(source: string, parts: RegExp, offset: number): number[] {
  const places: number[] = [];
  for (const { 0: part, index } of source.matchAll(parts)) {
    const units = part.startsWith('\\') && parts === ESCAPED ? escapedUnits(part) : part.slice(-1);
    for (const unit of units.split('')) if (isVisible(unit)) places.push(offset + index);
  }
  return places;
}

/** What an escape gives, as far as it matters here: white space, or how many code units. */
function escapedUnits(escape: string): string {
  if (/^\\[xuU]./.test(escape)) {
    const code = Number.parseInt(escape.slice(2), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  }
  return /^\\[\s_fLnPrtv]$/.test(escape) ? ' ' : '.';
}

const isVisible = (unit: string): boolean => /\S/.test(unit);
