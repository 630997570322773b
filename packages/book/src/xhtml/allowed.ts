const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What may stand in a chapter; of others the text is kept and the element left out. */
export const ELEMENTS = words(
  'a abbr b bdi blockquote br cite code dd del div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s section small span strong sub sup table tbody td th thead time tr u ul wbr',
);

/** Elements that hold nothing. */
export const EMPTY = words('br hr img wbr');

/** Elements whose content is no text. */
export const SILENT = words(
  'audio canvas embed head iframe math noscript object script select style svg template textarea title video',
);

/** Attributes that are taken over as they are, by element; addresses and ids are looked at by themselves. */
const BY_ELEMENT: Readonly<Record<string, ReadonlySet<string>>> = {
  a: words('aria-label'),
  div: words('class'),
  img: words('height width'),
  li: words('value'),
  ol: words('start'),
  td: words('class'),
  th: words('class'),
};
const EVERYWHERE = words('dir title');

const RULES: Readonly<Record<string, RegExp>> = {
  class: /^[a-z-]+$/,
  dir: /^(?:ltr|rtl|auto)$/,
  height: /^\d{1,5}$/,
  start: /^-?\d{1,9}$/,
  value: /^-?\d{1,9}$/,
  width: /^\d{1,5}$/,
};

/** Roles (DPUB-ARIA) of a text’s notes. */
export const ROLES = words('doc-backlink doc-endnotes doc-noteref');

/** Whether an element may bear an attribute with this value. */
export function isAllowed(element: string, name: string, value: string): boolean {
  if (!EVERYWHERE.has(name) && BY_ELEMENT[element]?.has(name) !== true) return false;
  return RULES[name]?.test(value) ?? true;
}
