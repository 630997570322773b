import { QUERY_MAX } from '../limits.ts';
import { FILTERS } from '../tier-facts.ts';
import type { SearchState } from './search-state.ts';

/** The elements of the search page that the script works on (contract: README.md of this package). */
export interface SearchParts {
  root: HTMLElement;
  form: HTMLFormElement;
  field: HTMLInputElement;
  selects: Record<'section' | 'author' | 'year' | 'sort', HTMLSelectElement>;
  status: HTMLElement;
  results: HTMLElement;
  template: HTMLTemplateElement;
  more: HTMLButtonElement;
  /** What the button says while results are left to show, and where older tiers are left to ask. */
  moreText: string;
  olderText: string;
  messages: HTMLElement[];
  indexUrl: URL;
  /** From the page to the tree's root, for example `../`. */
  treeRoot: string;
  language: string;
  /** BCP 47, for dates. */
  locale: string;
}

/** Finds the parts in a page. @throws when one is missing: the page does not keep the contract */
export function findParts(root: HTMLElement): SearchParts {
  const index = root.dataset['index'] ?? '';
  const language = root.closest<HTMLElement>('[lang]')?.lang ?? 'en';
  const more = find(root, '[data-more]', HTMLButtonElement);
  const moreText = more.textContent.trim();
  return {
    root,
    form: find(root, 'form', HTMLFormElement),
    field: find(root, 'input[name=q]', HTMLInputElement),
    selects: {
      section: find(root, 'select[name=section]', HTMLSelectElement),
      author: find(root, 'select[name=author]', HTMLSelectElement),
      year: find(root, 'select[name=year]', HTMLSelectElement),
      sort: find(root, 'select[name=sort]', HTMLSelectElement),
    },
    status: find(root, '[data-status]', HTMLElement),
    results: find(root, '[data-results]', HTMLElement),
    template: find(root, 'template', HTMLTemplateElement),
    more,
    moreText,
    olderText: more.dataset['older'] ?? moreText,
    messages: [...root.querySelectorAll<HTMLElement>('[data-when]')],
    indexUrl: new URL(index, document.baseURI),
    treeRoot: index.replace(/search\/[^/]+\/pagefind\.js$/, ''),
    language,
    locale: root.dataset['locale'] ?? language,
  };
}

function find<T extends Element>(root: HTMLElement, selector: string, kind: new () => T): T {
  const element = root.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`search: ${selector} is missing`);
}

/** What the form asks for now. */
export function readForm({ field, selects }: SearchParts): SearchState {
  return {
    query: field.value.slice(0, QUERY_MAX),
    section: selects.section.value,
    author: selects.author.value,
    year: selects.year.value,
    sort: selects.sort.value === 'date' ? 'date' : 'relevance',
  };
}

/** Puts a state into the form; a value that no option has becomes "any", but where the options come later. */
export function fillForm({ field, selects }: SearchParts, state: SearchState): void {
  field.value = state.query;
  for (const name of FILTERS) choose(selects[name], state[name]);
  choose(selects.sort, state.sort);
}

function choose(select: HTMLSelectElement, value: string): void {
  const known = [...select.options].some((option) => option.value === value);
  if (!known && select.dataset['fill'] !== undefined) {
    select.add(new Option(value, value, false, true));
    return;
  }
  select.value = known ? value : (select.options[0]?.value ?? '');
}
