/**
 * Elements that draw (SVG 2, chapters 5 to 14). Not among them: text, whose look depends on fonts that readers and
 * builders may not have; images, links, scripts, styles, animation, filters.
 */
export const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'svg g defs path rect circle ellipse line polyline polygon ' +
    'linearGradient radialGradient stop clipPath mask'
  ).split(' '),
);

/** What shapes and paints. All may also stand in `style=`, as drawing programs write it. */
export const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'viewBox width height x y x1 x2 y1 y2 cx cy r rx ry fx fy d points id transform ' +
    'fill fill-rule fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-opacity ' +
    'stroke-miterlimit stroke-dasharray stroke-dashoffset opacity clip-path clip-rule mask offset ' +
    'stop-color stop-opacity gradientUnits gradientTransform clipPathUnits maskUnits spreadMethod ' +
    'preserveAspectRatio'
  ).split(' '),
);

/** Attributes without effect on a drawing of these elements: left out of what is written, and no mistake. */
export const IDLE = /^(?:version|baseProfile|xml:space|enable-background|xmlns:[\w-]+)$/;

/** Whether a value draws: numbers, colours, paths, and references to a part of the same drawing. */
export function isInside(value: string): boolean {
  return !/[\\&<:]/.test(value) && !/url\(\s*(?!#[\w-]+\s*\))/i.test(value);
}
