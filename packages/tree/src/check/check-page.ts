import { isPageStart } from '@tamizdat/body/site-path';
import { type Finding, followProblems, placeFindings } from '../finding.ts';
import { isNotFoundPage } from '../finish-page.ts';
import { isInTree } from '../policy/content-policy.ts';
import { guardPage } from '../policy/page-guards.ts';
import { type PageAddress, type PageInventory, takeInventory } from '../policy/page-inventory.ts';
import type { Problem } from '@tamizdat/problem';
import { checkAddress, type TreeContext } from './check-address.ts';
import { checkJsonText } from './check-json.ts';
import { checkPolicy, readPolicyOptions } from './check-policy.ts';
import { resolveLink } from './resolve-link.ts';

/** A link to a place in another page, which is looked up once all pages are known. */
export interface FragmentLink {
  target: string;
  fragment: string;
  /** The problem, should the place not exist. */
  problem: Problem;
}

export interface PageReport {
  problems: Problem[];
  fragmentLinks: FragmentLink[];
}

/** Checks a finished page by its text. `file` is its tree path. */
export function checkPage(html: string, file: string, context: TreeContext): PageReport {
  const page = takeInventory(html);
  const fragments = listFragments(page, file);
  const own = fragments.filter(({ target }) => target === file);
  const ids = listIds(page);
  const findings = [
    ...checkPolicy(page),
    ...checkHead(page),
    ...checkIds(page),
    ...page.addresses.flatMap((found) => checkPageAddress(found, file, context)),
    ...page.dataBlocks.flatMap(({ text, offset }) => checkJsonText(text, offset)),
    ...own.filter(({ fragment }) => !isPlace(ids, fragment)).map(({ finding }) => finding),
  ];
  const others = fragments.filter(({ target }) => target !== file && context.files.has(target));
  const place = followProblems(html, file);
  return {
    problems: [
      ...guardPage(html, file, page, readPolicyOptions(page)),
      ...placeFindings(html, file, findings),
    ],
    fragmentLinks: others.map(({ finding, ...link }) => ({ ...link, problem: place(finding) })),
  };
}

/** HTML, 3.2.6, the `id` attribute: its value is the only one of its kind in the page. */
function* checkIds(page: PageInventory): Generator<Finding> {
  const seen = new Set<string>();
  for (const { attributes } of page.tags) {
    const id = attributes.get('id');
    if (id === undefined) continue;
    if (seen.has(id.value)) yield { ...ID_DUPLICATE, offset: id.start, found: id.value };
    seen.add(id.value);
  }
}

const ID_DUPLICATE = {
  code: 'id-duplicate',
  field: 'id',
  message: 'Another element of the page has the same id.',
  why: 'A link or a label reaches the first of them alone.',
  remedy: 'Give the element an id of its own.',
  ru: {
    message: 'У другого элемента страницы такой же id.',
    why: 'Ссылка или подпись найдёт только первый из них.',
    remedy: 'Дайте элементу собственный id.',
  },
};

/** Whether a page with these ids has such a place. */
export const isPlace = (ids: ReadonlySet<string>, fragment: string): boolean =>
  isPageStart(fragment) || ids.has(fragment);

/** Gives the names that links to places in a page can use, beside those of every page. */
export function listPageIds(html: string): Set<string> {
  return listIds(takeInventory(html));
}

function listIds(page: PageInventory): Set<string> {
  const ids = new Set<string>();
  for (const { name, attributes } of page.tags) {
    const id = attributes.get('id')?.value;
    const anchor = name === 'a' ? attributes.get('name')?.value : undefined;
    if (id !== undefined) ids.add(id);
    if (anchor !== undefined) ids.add(anchor);
  }
  return ids;
}

function listFragments(
  page: PageInventory,
  file: string,
): { target: string; fragment: string; finding: Finding }[] {
  return page.addresses.flatMap(({ address, tag, attribute, offset }) => {
    if (!isInTree(address) || address.startsWith('/') || !address.includes('#')) return [];
    const resolved = resolveLink(file, address);
    if (resolved.kind !== 'inside' || !/\.html$/.test(resolved.path)) return [];
    const finding = { ...FRAGMENT, offset, field: `${tag.name} ${attribute}`, found: address };
    return [{ target: resolved.path, fragment: resolved.fragment, finding }];
  });
}

const FRAGMENT = {
  code: 'fragment-dead',
  message: 'The page it leads to has no such place.',
  remedy: 'Correct what stands after #, or give the place that id.',
  ru: {
    message: 'На странице, куда ведёт ссылка, такого места нет.',
    remedy: 'Исправьте то, что стоит после #, или дайте этому месту такой id.',
  },
};

function checkPageAddress(found: PageAddress, file: string, context: TreeContext): Finding[] {
  const { kind, address, tag, attribute, offset } = found;
  const field = `${tag.name} ${attribute}`;
  const isResource = kind !== 'link' && kind !== 'form';
  if (isNotFoundPage(file)) {
    const isInline = address.startsWith('#') || /^data:/i.test(address);
    const isAbsolute = /^(?:https?|mailto|tel):/i.test(address) && !isResource;
    return isInline || isAbsolute ? [] : [{ ...NOT_FOUND_RELATIVE, offset, field, found: address }];
  }
  // Whether a form may be sent away is the policy's to say.
  if (kind === 'form' && /^https?:/i.test(address)) return [];
  const mayBeAbsolute = tag.name === 'link' && tag.attributes.has('hreflang');
  const finding = checkAddress(
    file,
    { address, offset, field, isResource, mayBeAbsolute },
    context,
  );
  return finding ? [finding] : [];
}

const NOT_FOUND_RELATIVE = {
  code: 'not-found-relative',
  message: 'A 404.html loads something, or links by a relative address.',
  why: 'Hosts serve it for addresses of any depth, where a relative one leads nowhere.',
  remedy: 'Put everything into the file itself, and link with the outlet’s full address.',
  ru: {
    message: '404.html что-то загружает или ссылается по относительному адресу.',
    why: 'Хосты отдают её по адресам любой глубины, где относительный адрес никуда не ведёт.',
    remedy: 'Поместите всё в сам файл, а в ссылках пишите полный адрес издания.',
  },
};

function* checkHead(page: PageInventory): Generator<Finding> {
  const html = page.tags.find(({ name }) => name === 'html');
  const lang = html?.attributes.get('lang')?.value.trim() ?? '';
  if (lang === '') yield { ...LANG, offset: html?.start ?? 0 };
  for (const { name, attributes, start } of page.tags) {
    const rel = attributes.get('rel')?.value.toLowerCase().split(/\s+/) ?? [];
    if (name === 'link' && rel.includes('canonical')) yield { ...CANONICAL, offset: start };
  }
}

const LANG = {
  code: 'lang-missing',
  message: 'The page does not say its language.',
  why: 'Screen readers would read it in the wrong voice, and browsers hyphenate and quote wrongly.',
  remedy: 'Put it on the html element.',
  example: '<html lang="en">',
  ru: {
    message: 'На странице не указан язык.',
    why: 'Программы чтения с экрана возьмут не тот голос, а браузер неверно расставит переносы и кавычки.',
    remedy: 'Укажите его в элементе html.',
  },
};

const CANONICAL = {
  code: 'canonical',
  message: 'The page names a canonical address.',
  why: 'Phones share it instead of the address shown: a reader on a mirror would pass on the blocked one.',
  remedy: 'Take the element out; a host that can send headers gets it as one.',
  ru: {
    message: 'На странице назван канонический адрес.',
    why: 'Телефоны делятся им, а не тем адресом, что открыт: читатель зеркала передаст дальше заблокированный.',
    remedy: 'Уберите элемент; хост, который умеет слать заголовки, получит этот адрес заголовком.',
  },
};
