import { findScheme, isProtocolRelative } from '../links/internal-link.ts';
import { hashInline } from './hash-inline.ts';
import type { PageInventory, ResourceKind } from './page-inventory.ts';

/** What a page may do beyond what its bytes show. */
export interface PolicyOptions {
  /** The page compiles WebAssembly (search does): allows `'wasm-unsafe-eval'` and what its script loads. */
  wasm?: boolean;
  /** Origins or addresses outside the tree that forms may be sent to. A page gets those it uses. */
  formAction?: readonly string[];
}

/**
 * Gives the strictest policy under which the page works: nothing is allowed but what its final bytes hold
 * (Content Security Policy Level 3). No spaces after `;`: readers pay for each byte.
 */
export function buildContentPolicy(page: PageInventory, options: PolicyOptions = {}): string {
  const directives: [string, string[]][] = [
    ['style-src', [...hashes(page.styles), ...self(page, 'style')]],
    ['script-src', scriptSources(page, options)],
    ['img-src', [...self(page, 'image'), ...data(page, 'image')]],
    ['media-src', [...self(page, 'media'), ...data(page, 'media')]],
    ['font-src', self(page, 'font')],
    ['manifest-src', self(page, 'manifest')],
    // Without a script nothing on the page connects; but tools that judge it (Lighthouse) ask for robots.txt under its policy.
    ['connect-src', [`'self'`]],
  ];
  const needed = directives.filter(([, sources]) => sources.length > 0);
  return [
    `default-src 'none'`,
    ...needed.map(([name, sources]) => `${name} ${sources.join(' ')}`),
    `base-uri 'none'`,
    `form-action ${formTargets(page, options)}`,
  ].join(';');
}

function hashes(inline: readonly { text: string }[]): string[] {
  return [...new Set(inline.map(({ text }) => hashInline(text)))];
}

function self(page: PageInventory, kind: ResourceKind): string[] {
  return page.addresses.some((found) => found.kind === kind && isInTree(found.address))
    ? [`'self'`]
    : [];
}

function data(page: PageInventory, kind: ResourceKind): string[] {
  return page.addresses.some((found) => found.kind === kind && findScheme(found.address) === 'data')
    ? ['data:']
    : [];
}

function scriptSources(page: PageInventory, options: PolicyOptions): string[] {
  const sources = [...hashes(page.scripts), ...self(page, 'script')];
  if (options.wasm && !sources.includes(`'self'`)) sources.push(`'self'`);
  if (options.wasm) sources.push(`'wasm-unsafe-eval'`);
  const imports = page.scripts.some(({ text }) => /\bimport\b/.test(text));
  if (imports && !sources.includes(`'self'`)) sources.push(`'self'`);
  return sources;
}

function formTargets(page: PageInventory, options: PolicyOptions): string {
  const forms = page.addresses.filter(({ kind }) => kind === 'form');
  const targets = (options.formAction ?? []).filter((allowed) =>
    forms.some(({ address }) => isSentTo(address, allowed)),
  );
  const submitsToTree = forms.some(({ address }) => isInTree(address)) || hasBareForm(page);
  const sources = [...(submitsToTree ? [`'self'`] : []), ...targets];
  return sources.length > 0 ? sources.join(' ') : `'none'`;
}

/** A form without `action` is sent to its own page. */
function hasBareForm(page: PageInventory): boolean {
  return page.tags.some(({ name, attributes }) => name === 'form' && !attributes.has('action'));
}

/** Whether a form's address falls under a configured one: the same origin, and the same path if one is given. */
export function isSentTo(address: string, allowed: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(allowed)) return false;
  const target = new URL(address);
  const permitted = new URL(allowed);
  const path = permitted.pathname;
  const isUnder = path.endsWith('/') ? target.pathname.startsWith(path) : target.pathname === path;
  return target.origin === permitted.origin && target.protocol === permitted.protocol && isUnder;
}

/** Whether an address stays on the page's own origin. */
export function isInTree(address: string): boolean {
  return findScheme(address) === undefined && !isProtocolRelative(address);
}
