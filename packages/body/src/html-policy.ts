import type { InBoth } from '@tamizdat/problem';

/**
 * Raw HTML that an article's text may hold: inline elements that say something Markdown cannot
 * (language of parts, direction, abbreviations), each with its own attributes.
 */
const ELEMENT_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  abbr: [],
  b: [],
  bdi: [],
  br: [],
  cite: [],
  del: [],
  em: [],
  i: [],
  ins: [],
  kbd: [],
  mark: [],
  q: [],
  s: [],
  small: [],
  span: [],
  strong: [],
  sub: [],
  sup: [],
  time: ['datetime'],
  wbr: [],
};

const ANY_ELEMENT_ATTRIBUTES: readonly string[] = ['lang', 'dir', 'title'];

export const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'wbr']);

/** What stands inside these is never meant to be read as text. */
export const HIDDEN_CONTENT: ReadonlySet<string> = new Set([
  'applet',
  'audio',
  'canvas',
  'embed',
  'head',
  'iframe',
  'math',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'plaintext',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'video',
  'xmp',
]);

const VALUE_RULES: Readonly<Record<string, { test: RegExp; reason: InBoth }>> = {
  lang: {
    test: /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i,
    reason: {
      en: 'lang takes a language tag such as “ru”',
      ru: 'в lang пишут метку языка, например «ru»',
    },
  },
  dir: {
    test: /^(ltr|rtl|auto)$/,
    reason: { en: 'dir takes ltr, rtl or auto', ru: 'в dir пишут ltr, rtl или auto' },
  },
  datetime: {
    test: /^[0-9TZ:.,+\-WP ]{1,40}$/,
    reason: {
      en: 'datetime takes a date such as “2026-11-22”',
      ru: 'в datetime пишут дату, например «2026-11-22»',
    },
  },
};

export const ALLOWED_ELEMENTS: readonly string[] = Object.keys(ELEMENT_ATTRIBUTES);

export function isAllowedElement(name: string): boolean {
  return Object.hasOwn(ELEMENT_ATTRIBUTES, name);
}

/** Why an element is not allowed; undefined when it is. Takes a lower-case name. */
export function refuseElement(name: string): InBoth | undefined {
  if (isAllowedElement(name)) return undefined;
  return {
    en: `<${name}> is not among the elements an article’s text may hold (${ALLOWED_ELEMENTS.join(', ')})`,
    ru: `<${name}> не из тех элементов, что могут стоять в тексте (${ALLOWED_ELEMENTS.join(', ')})`,
  };
}

const STYLE_REASON: InBoth = {
  en: 'style= is blocked by the page’s security policy',
  ru: 'style= запрещает политика безопасности страницы',
};

/** Why an attribute of an allowed element is not allowed; undefined when it is. Takes lower-case names. */
export function refuseAttribute(element: string, name: string, value: string): InBoth | undefined {
  if (name.startsWith('on')) {
    return { en: `${name}= runs a script`, ru: `${name}= запускает скрипт` };
  }
  if (name === 'style') return STYLE_REASON;
  if (![...ANY_ELEMENT_ATTRIBUTES, ...(ELEMENT_ATTRIBUTES[element] ?? [])].includes(name)) {
    return {
      en: `<${element}> may not carry ${name}=`,
      ru: `у <${element}> не может быть ${name}=`,
    };
  }
  const rule = Object.hasOwn(VALUE_RULES, name) ? VALUE_RULES[name] : undefined;
  return rule === undefined || rule.test.test(value) ? undefined : rule.reason;
}
