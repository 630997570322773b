import { buildCountText } from '@tamizdat/search/asking';
import { ARTICLES_PIECE, QUERY_MAX, RESULTS_STEP } from '../limits.ts';
import { type Answer, askIndex } from '../search/ask-index.ts';
import { articlesPiece } from '../search/pieces.ts';
import { openPieces } from './load-piece.ts';

/** How an article stands in its piece: see `listArticles`. */
type Listed = [path: string, title: string, standfirst: string, date: string];

/** Brings the search page to life. */
export function startSearch(root: HTMLElement): void {
  const { index = '', home = '', none = '', missing = '', broken = '' } = root.dataset;
  const field = find(root, 'input', HTMLInputElement);
  const status = find(root, '[role=status]', HTMLElement);
  const results = find(root, 'ol', HTMLOListElement);
  const more = find(root, '[data-more]', HTMLButtonElement);
  const lang = document.documentElement.lang;
  const load = openPieces(index);
  const filters = [...root.querySelectorAll('select')];
  const valueOf = (name: string): string => filters.find((one) => one.name === name)?.value ?? '';
  let answer: Answer = { found: [], missing: [] };
  let asked = 0;

  const showMore = async (turn: number): Promise<void> => {
    const start = results.children.length;
    const next = answer.found.slice(start, start + RESULTS_STEP);
    const listed = await Promise.all(
      next.map(async (at): Promise<Listed | undefined> => {
        const piece = (await load(articlesPiece(Math.floor(at / ARTICLES_PIECE)))) as Listed[];
        return piece[at % ARTICLES_PIECE];
      }),
    );
    if (turn !== asked) return;
    for (const one of listed) if (one !== undefined) results.append(buildItem(one, home));
    more.hidden = results.children.length >= answer.found.length;
  };

  const ask = async (): Promise<void> => {
    const turn = ++asked;
    const query = field.value.slice(0, QUERY_MAX);
    const narrowing = { section: valueOf('section'), year: valueOf('year') };
    const isAsked = [query.trim(), narrowing.section, narrowing.year].some((one) => one !== '');
    results.setAttribute('aria-busy', 'true');
    try {
      const found = await askIndex(load, query, lang, narrowing);
      if (turn !== asked) return;
      answer = found;
      results.replaceChildren();
      status.textContent = isAsked
        ? tell(found, { zero: none, missing, forms: root.dataset, lang })
        : '';
      await showMore(turn);
    } catch {
      if (turn === asked) status.textContent = broken;
    } finally {
      if (turn === asked) results.removeAttribute('aria-busy');
    }
  };

  find(root, 'form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void ask();
  });
  for (const filter of filters) filter.addEventListener('change', () => void ask());
  more.addEventListener('click', () => {
    showMore(asked).catch(() => {
      status.textContent = broken;
    });
  });
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  if (field.value === '') field.focus();
  else void ask();
}

interface Sentences {
  zero: string;
  missing: string;
  forms: DOMStringMap;
  lang: string;
}

function tell(
  { found, missing }: Answer,
  { zero, missing: sentence, forms, lang }: Sentences,
): string {
  if (missing.length > 0) return sentence.replace('{words}', missing.join(', '));
  const { countOne: one, countFew: few, countMany: many, countOther: other } = forms;
  return buildCountText(found.length, lang, { zero, one, few, many, other });
}

function buildItem([path, title, standfirst, date]: Listed, home: string): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = home + path;
  link.textContent = title;
  item.append(link);
  for (const text of [standfirst, date].filter((one) => one !== '')) {
    const line = document.createElement('p');
    line.textContent = text;
    item.append(line);
  }
  return item;
}

function find<T extends Element>(root: HTMLElement, selector: string, kind: new () => T): T {
  const element = root.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`search: ${selector} is missing`);
}
