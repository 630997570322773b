import { escapeHtml } from '../../picture/html-escape.ts';
import { MARK_ELEMENTS_MAX, MARK_MAX_BYTES } from '../limits.ts';

/** Elements that draw (SVG 2, 5 to 11). Not among them: text, whose look depends on fonts; images; script; style; links. */
const ELEMENTS = new Set(
  (
    'svg g defs title path rect circle ellipse line polyline polygon ' +
    'linearGradient radialGradient stop clipPath mask'
  ).split(' '),
);

const ATTRIBUTES = new Set(
  (
    'xmlns viewBox width height x y x1 x2 y1 y2 cx cy r rx ry fx fy d points id transform ' +
    'fill fill-rule fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-opacity ' +
    'stroke-miterlimit stroke-dasharray opacity clip-path clip-rule mask offset stop-color stop-opacity ' +
    'gradientUnits gradientTransform clipPathUnits maskUnits spreadMethod preserveAspectRatio'
  ).split(' '),
);

const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const REFUSED =
  'Export it as plain SVG: paths and shapes with fill and stroke, no text, images, styles, scripts or links.';

/**
 * An SVG drawing written anew from allowed elements and attributes alone, so that whatever else it held (scripts,
 * styles, metadata, addresses) is gone. What is refused rather than dropped would leave the drawing wrong.
 *
 * @throws Error saying what is not allowed or not well-formed.
 */
export function sanitiseSvg(svg: string): string {
  if (Buffer.byteLength(svg) > MARK_MAX_BYTES)
    throw new Error(`the drawing has more than ${MARK_MAX_BYTES} bytes. ${REFUSED}`);
  const open: string[] = [];
  const written: string[] = [];
  for (const [, slash, name = '', attributes = '', selfClosed] of withoutComments(svg).matchAll(
    TAG,
  )) {
    if (!ELEMENTS.has(name)) throw new Error(`<${name}> is not allowed in a mark. ${REFUSED}`);
    if (written.length > MARK_ELEMENTS_MAX)
      throw new Error(`the drawing has more than ${MARK_ELEMENTS_MAX} elements. ${REFUSED}`);
    if (slash) {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing. ${REFUSED}`);
    } else if (!selfClosed) open.push(name);
    written.push(
      slash ? `</${name}>` : `<${name}${safeAttributes(attributes)}${selfClosed ?? ''}>`,
    );
  }
  if (open.length > 0 || !written[0]?.startsWith('<svg') || !written.at(-1)?.endsWith('svg>'))
    throw new Error(`the file is not one whole <svg>. ${REFUSED}`);
  return `${written.join('')}\n`;
}

/** Metadata blocks of drawing programs go whole; so do comments, which could hide tags. */
function withoutComments(svg: string): string {
  return svg
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<metadata\b[\s\S]*?<\/metadata\s*>/g, '')
    .replace(/<\/?(?:sodipodi|inkscape|rdf|cc|dc):[^<>]*>/g, '');
}

function safeAttributes(attributes: string): string {
  return [...attributes.matchAll(ATTRIBUTE)]
    .map(([, name = '', double, single]) => ({ name, value: double ?? single ?? '' }))
    .filter(({ name, value }) => ATTRIBUTES.has(name) && isInside(name, value))
    .map(({ name, value }) => ` ${name}="${escapeHtml(value.replaceAll('&', ''))}"`)
    .join('');
}

/** A reference may lead to a part of the drawing only. */
function isInside(name: string, value: string): boolean {
  if (name === 'xmlns') return value === 'http://www.w3.org/2000/svg';
  return !/[\\&]/.test(value) && !/url\(\s*(?!#[\w-]+\s*\))/i.test(value) && !value.includes(':');
}
