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

/** Attributes without effect on a drawing of these elements: left out of what is written, and no mistake. */
export const IDLE = /^(?:version|baseProfile|xml:space|enable-background|xmlns:[\w-]+)$/;
