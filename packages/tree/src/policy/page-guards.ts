import type { HtmlTag } from '../html/scan-html.ts';
import { findScheme } from '../links/internal-link.ts';
import { type Finding, placeFindings } from '../finding.ts';
import type { Problem } from '@tamizdat/problem';
import { isInTree, isSentTo, type PolicyOptions } from './content-policy.ts';
import type { PageInventory } from './page-inventory.ts';

/** Finds what no finished page may hold, whatever its policy. In the order of the page. */
export function guardPage(
  html: string,
  file: string,
  page: PageInventory,
  options: PolicyOptions = {},
): Problem[] {
  const findings = [
    ...page.tags.flatMap((tag) => [...guardTag(tag)]),
    ...guardAddresses(page, options),
    ...page.styles.flatMap(({ text, offset }) => guardStyle(text, offset)),
    ...page.scripts.flatMap(({ text, offset }) => guardScript(text, offset)),
    ...guardReferrer(page),
  ];
  return placeFindings(html, file, findings);
}

function* guardTag(tag: HtmlTag): Generator<Finding> {
  for (const { name, value, start } of tag.attributes.values()) {
    const place = { offset: start, field: `${tag.name} ${name}`, found: value };
    if (name === 'style') yield { ...STYLE_ATTRIBUTE, ...place };
    if (name.startsWith('on')) yield { ...EVENT_HANDLER, ...place };
    if (name === 'ping') yield { ...PING, ...place };
    if (name === 'srcdoc') yield { ...SRCDOC, ...place };
    if (PAINT_ATTRIBUTE.test(name) && pointsOut(value)) yield { ...PAINT, ...place };
  }
  if (tag.name === 'base') yield { ...BASE_ELEMENT, offset: tag.start };
  if (tag.foreign && (tag.name === 'style' || tag.name === 'script')) {
    yield { ...FOREIGN_INLINE, offset: tag.start, found: `<${tag.name}>` };
  }
}

/** SVG presentation attributes that may hold url(); only what is in the page itself can be meant. */
const PAINT_ATTRIBUTE = /^(?:fill|stroke|filter|clip-path|mask|cursor|marker(?:-\w+)?)$/;

function pointsOut(paint: string): boolean {
  return /url\((?!#)/i.test(paint.replace(/[\s"']+/g, ''));
}

const PAINT = {
  code: 'css-address',
  message: 'A drawing attribute points out of the page.',
  remedy: 'Put what it points to into the same <svg>.',
  example: 'fill="url(#gradient)"',
  ru: {
    message: 'Атрибут рисунка указывает за пределы страницы.',
    remedy: 'Поместите то, на что он указывает, в тот же <svg>.',
  },
};

const STYLE_ATTRIBUTE = {
  code: 'style-attribute',
  message: 'A style attribute is blocked by the page’s policy and would do nothing.',
  remedy: 'Write a class, and its rule in the page’s stylesheet.',
  example: 'class="align-right"',
  ru: {
    message: 'Атрибут style блокируется политикой страницы и ничего не сделает.',
    remedy: 'Напишите класс, а правило для него — в стилях страницы.',
  },
};

const EVENT_HANDLER = {
  code: 'event-handler',
  message: 'An event handler attribute is blocked by the page’s policy and would do nothing.',
  remedy: 'Take it out, or add the listener in the page’s script.',
  ru: {
    message: 'Атрибут-обработчик события блокируется политикой страницы и ничего не сделает.',
    remedy: 'Уберите его или добавьте обработчик в скрипте страницы.',
  },
};

const PING = {
  code: 'link-ping',
  message: 'A ping attribute reports readers’ clicks.',
  remedy: 'Take it out.',
  ru: { message: 'Атрибут ping сообщает о переходах читателей.', remedy: 'Уберите его.' },
};

const SRCDOC = {
  code: 'frame-document',
  message: 'A document inside an attribute cannot be checked, and frames are blocked.',
  remedy: 'Take it out.',
  ru: {
    message: 'Документ внутри атрибута нельзя проверить, а фреймы заблокированы.',
    remedy: 'Уберите его.',
  },
};

const BASE_ELEMENT = {
  code: 'base-element',
  message: 'A <base> element breaks every relative link of the page.',
  remedy: 'Take it out.',
  ru: {
    message: 'Элемент <base> ломает все относительные ссылки страницы.',
    remedy: 'Уберите его.',
  },
};

const FOREIGN_INLINE = {
  code: 'foreign-inline',
  message: 'Styles and scripts inside <svg> or <math> are not allowed.',
  why: 'Browsers parse them by other rules, so that their hash is not certain.',
  remedy: 'Use presentation attributes, or move the rule to the page’s stylesheet.',
  example: '<path fill="currentColor">',
  ru: {
    message: 'Стили и скрипты внутри <svg> и <math> не допускаются.',
    why: 'Браузеры разбирают их по другим правилам, и их хеш ненадёжен.',
    remedy: 'Используйте атрибуты оформления или перенесите правило в стили страницы.',
  },
};

function* guardAddresses(page: PageInventory, options: PolicyOptions): Generator<Finding> {
  for (const { kind, address, tag, attribute, offset } of page.addresses) {
    const place = { offset, field: `${tag.name} ${attribute}`, found: address };
    const scheme = findScheme(address);
    if (scheme === 'javascript' || scheme === 'vbscript') yield { ...SCRIPT_LINK, ...place };
    const isAllowed = (options.formAction ?? []).some((allowed) => isSentTo(address, allowed));
    if (kind === 'form' && !isInTree(address) && !isAllowed) yield { ...FORM_ACTION, ...place };
  }
}

const SCRIPT_LINK = {
  code: 'script-link',
  message: 'A link that runs a script is blocked by the page’s policy.',
  remedy: 'Link to a page, or use a button and the page’s script.',
  ru: {
    message: 'Ссылка, которая запускает скрипт, блокируется политикой страницы.',
    remedy: 'Поставьте ссылку на страницу или возьмите кнопку и скрипт страницы.',
  },
};

const FORM_ACTION = {
  code: 'form-action-unknown',
  message: 'This form would be sent to an address that is not configured.',
  why: 'Whatever a reader types would go there.',
  remedy: 'Configure the provider’s form address for the outlet, or take the form out.',
  ru: {
    message: 'Эта форма отправила бы данные на адрес, которого нет в настройках.',
    why: 'Туда ушло бы всё, что наберёт читатель.',
    remedy: 'Впишите адрес формы этой службы в настройки издания или уберите форму.',
  },
};

function guardStyle(text: string, offset: number): Finding[] {
  const match = findCssAddress(text);
  return match === undefined ? [] : [{ ...CSS_ADDRESS, offset, field: 'style', found: match }];
}

const CSS_ADDRESS = {
  code: 'css-address',
  message: 'Inlined CSS must not load anything.',
  why: 'It would be one more request before the page stands, and its address would depend on the page.',
  remedy:
    'Take out url() and @import; draw with gradients and borders, or put an <img> or <svg> into the page.',
  ru: {
    message: 'Встроенный CSS не должен ничего загружать.',
    why: 'Это ещё один запрос до того, как страница готова, и адрес его зависел бы от страницы.',
    remedy:
      'Уберите url() и @import; рисуйте градиентами и рамками или вставьте в страницу <img> или <svg>.',
  },
};

/** Gives the first construct in CSS that loads something, escapes resolved and comments taken out. */
export function findCssAddress(css: string): string | undefined {
  const plain = css
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
    .replace(/\\([\da-f]{1,6})\s?|\\(.)/gi, (_, hex: string | undefined, literal: string) =>
      hex === undefined ? literal : String.fromCodePoint(Math.min(parseInt(hex, 16), 0x10ffff)),
    );
  return /@import\b|(?:url|image-set|\bsrc)\([^)]{0,80}/i.exec(plain)?.[0];
}

function guardScript(text: string, offset: number): Finding[] {
  return text.includes('<!--') ? [{ ...SCRIPT_COMMENT, offset, field: 'script' }] : [];
}

const SCRIPT_COMMENT = {
  code: 'script-comment',
  message: 'An inline script holds <!--, after which browsers look for its end by other rules.',
  remedy: String.raw`Write \x3C!-- in strings, or move the script to a file.`,
  ru: {
    message:
      'Во встроенном скрипте есть <!--, после чего браузеры ищут его конец по другим правилам.',
    remedy: String.raw`Пишите в строках \x3C!-- или вынесите скрипт в файл.`,
  },
};

function guardReferrer(page: PageInventory): Finding[] {
  const policies = page.tags.filter(
    ({ name, attributes }) =>
      name === 'meta' && attributes.get('name')?.value.toLowerCase() === 'referrer',
  );
  const isSafe =
    policies.length > 0 &&
    policies.every(
      ({ attributes }) => attributes.get('content')?.value.toLowerCase() === 'no-referrer',
    );
  return isSafe ? [] : [{ ...REFERRER, offset: policies[0]?.start ?? 0 }];
}

const REFERRER = {
  code: 'referrer-policy',
  message: 'The page does not say no-referrer.',
  why: 'Every site a reader goes on to would learn what they read, and on which mirror.',
  remedy: 'Put the meta element into the page’s head.',
  example: '<meta name="referrer" content="no-referrer">',
  ru: {
    message: 'На странице не указано no-referrer.',
    why: 'Каждый сайт, куда перейдёт читатель, узнает, что и на каком зеркале он читал.',
    remedy: 'Поставьте этот элемент meta в <head> страницы.',
  },
};
