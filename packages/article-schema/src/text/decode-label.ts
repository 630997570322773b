/** Parameters of RFC 3492, section 5. */
const [BASE, T_MIN, T_MAX, SKEW, DAMP, FIRST_BIAS, FIRST_POINT] = [36, 1, 26, 38, 700, 72, 128];
const PREFIX = /^xn--/i;
/** A label of a host’s name has at most 63 letters (RFC 1035, section 2.3.4). */
const LABEL_MAX = 63;

/**
 * The letters that a label of a host’s name stands for: what follows “xn--” is Punycode (RFC 3492). Any other, and one
 * that is no Punycode, is given back as it is. Works in browsers too, which know no such function.
 */
export function decodeLabel(label: string): string {
  if (!PREFIX.test(label) || label.length > LABEL_MAX) return label;
  const text = label.slice(4).toLowerCase();
  const end = text.lastIndexOf('-');
  const letters = Array.from(text.slice(0, Math.max(0, end)));
  return insertLetters(letters, text.slice(end + 1))?.join('') ?? label;
}

/** Section 6.2: each number of the tail says at once which letter comes next, and where it stands. */
function insertLetters(letters: string[], tail: string): string[] | undefined {
  let [point, bias, offset, isFirst] = [FIRST_POINT, FIRST_BIAS, 0, true];
  for (let rest = tail; rest !== '';) {
    const number = readNumber(rest, bias);
    if (number === undefined) return undefined;
    rest = rest.slice(number.length);
    const count = letters.length + 1;
    const place = offset + number.value;
    bias = adapt(number.value, count, isFirst);
    isFirst = false;
    point += Math.floor(place / count);
    if (point > 0x10ffff) return undefined;
    offset = place % count;
    letters.splice(offset, 0, String.fromCodePoint(point));
    offset += 1;
  }
  return letters;
}

/** A number of digits that each have a weight of their own; undefined where it does not end. */
function readNumber(text: string, bias: number): { value: number; length: number } | undefined {
  let [value, weight] = [0, 1];
  for (const [index, letter] of Array.from(text).entries()) {
    const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(letter);
    if (digit === -1) return undefined;
    value += digit * weight;
    const threshold = Math.min(T_MAX, Math.max(T_MIN, BASE * (index + 1) - bias));
    if (digit < threshold) return { value, length: index + 1 };
    weight *= BASE - threshold;
  }
  return undefined;
}

/** Section 6.1. */
function adapt(value: number, count: number, isFirst: boolean): number {
  let delta = Math.floor(value / (isFirst ? DAMP : 2));
  delta += Math.floor(delta / count);
  let bias = 0;
  for (; delta > ((BASE - T_MIN) * T_MAX) / 2; bias += BASE)
    delta = Math.floor(delta / (BASE - T_MIN));
  return bias + Math.floor(((BASE - T_MIN + 1) * delta) / (delta + SKEW));
}

/** What stands percent-encoded in a part of an address (RFC 3986, section 2.1); as it is where it is not well encoded. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
