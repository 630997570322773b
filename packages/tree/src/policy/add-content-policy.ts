import { type Finding, placeFindings } from '../finding.ts';
import type { HtmlTag } from '../html/scan-html.ts';
import type { Problem } from '@tamizdat/problem';
import { throwProblems } from '../page-error.ts';
import { buildContentPolicy, type PolicyOptions } from './content-policy.ts';
import { guardPage } from './page-guards.ts';
import { type PageInventory, takeInventory } from './page-inventory.ts';

/**
 * Adds the strict Content Security Policy that a page's final bytes call for, as a `<meta>`, so that it travels
 * to every mirror. It goes right after `<meta charset>`, before anything it governs.
 *
 * @param html The page as it will be published, but for the policy.
 * @param path The page's tree path, for messages.
 * @throws PageError when the page holds what a strict policy blocks, has no `no-referrer`, or has a policy already.
 */
export function addContentSecurityPolicy(
  html: string,
  options: PolicyOptions = {},
  path = 'page.html',
): string {
  const page = takeInventory(html);
  const place = findPolicyPlace(html, page, path);
  throwProblems([...place.problems, ...guardPage(html, path, page, options)]);
  const policy = buildContentPolicy(page, options);
  const meta = `<meta http-equiv=content-security-policy content="${escapePolicy(policy)}">`;
  return html.slice(0, place.offset) + meta + html.slice(place.offset);
}

/** Configured addresses are the only foreign text in a policy. */
function escapePolicy(policy: string): string {
  return policy.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** The HTML standard wants the encoding declared within the first 1,024 bytes. */
const CHARSET_WITHIN_BYTES = 1024;

/** Elements that load or run something, or decide how: the policy has to stand before them. */
export const GOVERNED: ReadonlySet<string> = new Set([
  'link',
  'style',
  'script',
  'base',
  'noscript',
]);

function findPolicyPlace(
  html: string,
  page: PageInventory,
  path: string,
): { offset: number; problems: Problem[] } {
  const head = page.tags.find(({ name }) => name === 'head');
  const charset = page.tags.find((tag) => tag.name === 'meta' && tag.attributes.has('charset'));
  const policy = page.tags.find(isPolicy);
  const findings: Finding[] = [];
  if (!head) findings.push({ ...HEAD_MISSING, offset: 0 });
  if (policy) findings.push({ ...POLICY_PRESENT, offset: policy.start });
  if (!charset || Buffer.byteLength(html.slice(0, charset.end)) > CHARSET_WITHIN_BYTES) {
    findings.push({ ...CHARSET_LATE, offset: charset?.start ?? 0 });
  }
  const governed = page.tags.find(({ name }) => GOVERNED.has(name));
  if (charset && governed && governed.start < charset.start) {
    findings.push({ ...CHARSET_AFTER, offset: governed.start, found: `<${governed.name}>` });
  }
  return { offset: charset?.end ?? 0, problems: placeFindings(html, path, findings) };
}

/** Whether a tag is a `<meta>` that sets a Content Security Policy. */
export function isPolicy(tag: HtmlTag): boolean {
  const name = tag.attributes.get('http-equiv')?.value.toLowerCase();
  return tag.name === 'meta' && name === 'content-security-policy';
}

const HEAD_MISSING = {
  code: 'head-missing',
  message: 'The page has no <head> tag.',
  remedy: 'Write <head> out in the layout: the policy goes there.',
  ru: {
    message: 'На странице нет тега <head>.',
    remedy: 'Напишите <head> в шаблоне: политика ставится туда.',
  },
};

const POLICY_PRESENT = {
  code: 'policy-present',
  message: 'The page has a content security policy already.',
  remedy: 'Take it out of the template: it is written from the page’s final bytes.',
  ru: {
    message: 'На странице уже есть политика безопасности содержимого.',
    remedy: 'Уберите её из шаблона: она пишется по окончательным байтам страницы.',
  },
};

const CHARSET_LATE = {
  code: 'charset-late',
  message: 'The page does not declare its encoding within its first 1,024 bytes.',
  remedy: 'Make it the first element of <head>.',
  example: '<meta charset="utf-8">',
  ru: {
    message: 'Страница не указывает кодировку в первых 1024 байтах.',
    remedy: 'Поставьте её первым элементом в <head>.',
  },
};

const CHARSET_AFTER = {
  code: 'charset-after',
  message: 'Something that the policy governs stands before <meta charset>.',
  remedy: 'Make <meta charset="utf-8"> the first element of <head>.',
  ru: {
    message: 'Перед <meta charset> стоит то, чем управляет политика.',
    remedy: 'Поставьте <meta charset="utf-8"> первым элементом в <head>.',
  },
};
