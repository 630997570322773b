/** What the values of a drawing look like (SVG 2, CSS Values 4): whatever has another form is refused, known or not. */
const NUMBER = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?`;
const COLOUR = String.raw`(?:#[0-9a-fA-F]{3,8}|[a-zA-Z]{1,30}|(?:rgb|hsl)a?\([\d.,%/ +-]{1,80}\))`;
const PART = String.raw`url\(\s{0,9}#[\w-]{1,200}\s{0,9}\)`;

const whole = (form: string): RegExp => new RegExp(`^(?:${form})$`);

const LENGTH = whole(`${NUMBER}(?:px|pt|pc|mm|cm|in|em|ex|%)?`);
const WORD = /^[a-zA-Z][a-zA-Z-]{0,40}$/;
const FORMS = {
  length: LENGTH,
  word: WORD,
  name: /^[\w.-]{1,200}$/,
  words: /^[a-zA-Z ]{1,60}$/,
  numbers: /^[\d.eE+\-,\s]*$/,
  path: /^[MmZzLlHhVvCcSsQqTtAa\d.eE+\-,\s]*$/,
  transform: /^(?:(?:matrix|translate|scale|rotate|skewX|skewY|none)|[(),\s]|[\d.eE+-])*$/,
  colour: whole(COLOUR),
  paint: whole(`${COLOUR}|${PART}(?: ${COLOUR})?`),
  part: whole(`none|${PART}`),
} as const satisfies Record<string, RegExp>;

/** Each attribute's form. All may also stand in `style=`, as drawing programs write it. */
const ATTRIBUTE_FORMS: Readonly<Record<keyof typeof FORMS | 'lengths', string>> = {
  length:
    'width height x y x1 x2 y1 y2 cx cy r rx ry fx fy offset opacity fill-opacity stroke-opacity stop-opacity stroke-width stroke-miterlimit stroke-dashoffset',
  lengths: 'stroke-dasharray',
  word: 'fill-rule clip-rule stroke-linecap stroke-linejoin gradientUnits clipPathUnits maskUnits spreadMethod',
  name: 'id',
  words: 'preserveAspectRatio',
  numbers: 'viewBox points',
  path: 'd',
  transform: 'transform gradientTransform',
  colour: 'stop-color',
  paint: 'fill stroke',
  part: 'clip-path mask',
};

const formOf = new Map(
  Object.entries(ATTRIBUTE_FORMS).flatMap(([form, names]) =>
    names.split(' ').map((name) => [name, form as keyof typeof ATTRIBUTE_FORMS] as const),
  ),
);

/** Whether an attribute shapes or paints. */
export const isAttribute = (name: string): boolean => formOf.has(name);

/** Whether a value has the form that its attribute takes: numbers, colours, paths, parts of the same drawing. */
export function hasForm(name: string, value: string): boolean {
  const form = formOf.get(name);
  if (form === undefined) return false;
  if (form === 'lengths') return value.split(/[\s,]+/).every(isLengthOrWord);
  return FORMS[form].test(value) || (form === 'length' && WORD.test(value));
}

/** CSS pixels of a unit (CSS Values 4, 6.2), where letters are of the usual size. */
const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  ex: 8,
};

const MEASURE = /([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(%|[a-z]{2})?/g;

/** Lengths of a value in CSS pixels. @param hundred What 100% are. */
export const lengthsOf = (value: string | undefined, hundred: number): number[] =>
  [...(value ?? '').matchAll(MEASURE)].map(
    ([, number, unit = 'px']) =>
      Number(number) * (unit === '%' ? hundred / 100 : (UNITS[unit] ?? 1)),
  );

/**
 * The dashes that a value says, in CSS pixels; “inherit” where it says none that programs understand: then those of the
 * group around it hold. None for a line without dashes.
 */
export function dashesIn(value: string | undefined, hundred: number): number[] | 'inherit' {
  const parts = value?.split(/[\s,]+/) ?? [];
  if (value === 'none' || value === 'initial') return [];
  const lengths = lengthsOf(value, hundred);
  return parts.length > 0 &&
    parts.every((part) => LENGTH.test(part)) &&
    lengths.every((one) => one >= 0)
    ? lengths
    : 'inherit';
}

const isLengthOrWord = (text: string): boolean => LENGTH.test(text) || WORD.test(text);

/** The part of the drawing that a value refers to. */
export const partOf = (value: string | undefined): string | undefined =>
  /url\(\s{0,9}#([\w-]+)/.exec(value ?? '')?.[1];

/** Numbers of a value, in their order. */
export const numbersOf = (value: string | undefined): number[] =>
  (value?.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g) ?? []).map(Number);
