import type { Finding } from '../finding.ts';
import type { HtmlTag } from '../html/scan-html.ts';
import { GOVERNED, isPolicy } from '../policy/add-content-policy.ts';
import { buildContentPolicy, type PolicyOptions } from '../policy/content-policy.ts';
import type { PageInventory } from '../policy/page-inventory.ts';

/** Directive name to its sources (Content Security Policy 3, 2.2.1: of two of a name the first counts). */
type Directives = ReadonlyMap<string, readonly string[]>;

function parsePolicy(text: string): Directives {
  const directives = new Map<string, readonly string[]>();
  for (const part of text.split(';')) {
    const [name, ...sources] = part.trim().split(/\s+/);
    const key = name?.toLowerCase() ?? '';
    if (key !== '' && !directives.has(key)) directives.set(key, sources);
  }
  return directives;
}

/** Reads from a page's policy what cannot be known from its other bytes. */
export function readPolicyOptions(page: PageInventory): Required<PolicyOptions> {
  const directives = parsePolicy(page.tags.find(isPolicy)?.attributes.get('content')?.value ?? '');
  const formAction = directives.get('form-action') ?? [];
  return {
    wasm: directives.get('script-src')?.includes(`'wasm-unsafe-eval'`) ?? false,
    formAction: formAction.filter((source) => URL.canParse(source)),
  };
}

/** Compares a page's policy with the strictest one under which its bytes work. */
export function checkPolicy(page: PageInventory): Finding[] {
  const policies = page.tags.filter(isPolicy);
  const [policy] = policies;
  if (!policy) return [{ ...MISSING, offset: 0 }];
  const actual = parsePolicy(policy.attributes.get('content')?.value ?? '');
  const wanted = parsePolicy(buildContentPolicy(page, readPolicyOptions(page)));
  return [
    ...findLate(page.tags, policy),
    ...compareDirectives(actual, wanted).map((finding) => ({ ...finding, offset: policy.start })),
  ];
}

function findLate(tags: readonly HtmlTag[], policy: HtmlTag): Finding[] {
  const early = tags.find(({ name, start }) => GOVERNED.has(name) && start < policy.start);
  return early ? [{ ...LATE, offset: policy.start, found: `<${early.name}>` }] : [];
}

function compareDirectives(actual: Directives, wanted: Directives): Omit<Finding, 'offset'>[] {
  const findings: Omit<Finding, 'offset'>[] = [];
  for (const name of new Set([...wanted.keys(), ...actual.keys()])) {
    const has = actual.get(name);
    const needs = wanted.get(name) ?? [];
    const field = name;
    if (ALWAYS.has(name) && !has) findings.push({ ...WEAK, field });
    for (const source of has ?? []) {
      if (needs.includes(source) || source === `'none'`) continue;
      findings.push({ ...(isHash(source) ? HASH : WEAK), field, found: source });
    }
    for (const source of needs) {
      if (source === `'none'` || has?.includes(source)) continue;
      findings.push({ ...(isHash(source) ? HASH : BLOCKS), field, found: source });
    }
  }
  return findings;
}

/** Without these a policy falls back to allowing everything. */
const ALWAYS: ReadonlySet<string> = new Set(['default-src', 'base-uri', 'form-action']);

function isHash(source: string): boolean {
  return /^'sha(?:256|384|512)-/i.test(source);
}

const FINISH = {
  en: 'Let the page pass through finishPage as its last step.',
  ru: 'Последним шагом пропустите страницу через finishPage.',
};

const MISSING = {
  code: 'policy-missing',
  message: 'The page has no content security policy.',
  why: 'Nothing would stop a request to another host.',
  remedy: FINISH.en,
  ru: {
    message: 'На странице нет политики безопасности содержимого (CSP).',
    why: 'Ничто не остановит запрос к другому хосту.',
    remedy: FINISH.ru,
  },
};

const LATE = {
  code: 'policy-late',
  message: 'The content security policy stands after something that it governs.',
  remedy: FINISH.en,
  ru: {
    message: 'Политика безопасности содержимого стоит после того, чем она управляет.',
    remedy: FINISH.ru,
  },
};

const WEAK = {
  code: 'policy-weak',
  message: 'The content security policy allows more than the page needs.',
  remedy: FINISH.en,
  ru: {
    message: 'Политика безопасности содержимого разрешает больше, чем нужно странице.',
    remedy: FINISH.ru,
  },
};

const HASH = {
  code: 'policy-hash',
  message: 'The hashes in the policy are not those of the page’s inline styles and scripts.',
  why: 'Browsers block what does not match, and the page loses its design.',
  remedy: `Something changed the page after its policy was written. ${FINISH.en}`,
  ru: {
    message: 'Хеши в политике не совпадают со встроенными стилями и скриптами страницы.',
    why: 'Браузер блокирует то, что не совпало, и страница теряет оформление.',
    remedy: `Что-то изменило страницу после того, как политика была записана. ${FINISH.ru}`,
  },
};

const BLOCKS = {
  code: 'policy-blocks',
  message: 'The content security policy blocks something that the page loads.',
  remedy: FINISH.en,
  ru: {
    message: 'Политика безопасности содержимого блокирует то, что страница загружает.',
    remedy: FINISH.ru,
  },
};
