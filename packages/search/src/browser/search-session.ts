import { LOADING_DELAY_MS, RESULTS_STEP } from '../limits.ts';
import type { Found } from './ask-index.ts';
import { buildCountText } from './count-text.ts';
import { EmptyIndexError, type IndexConnection } from './index-connection.ts';
import type { PagefindFragment } from './pagefind.ts';
import type { SearchParts } from './search-parts.ts';
import { isIdle, type SearchState } from './search-state.ts';
import { buildResultItem, showMessage } from './show-results.ts';

export interface SearchSession {
  /** Asks for a state and shows at least `count` results; a newer call silences this one. */
  run: (state: SearchState, count: number) => Promise<void>;
  /** Adds the next results and moves the focus to the first of them. Gives how many are shown. */
  showMore: () => Promise<number>;
}

/** Keeps what is found and shown. Only the newest question may write to the page. */
export function startSession(parts: SearchParts, index: IndexConnection): SearchSession {
  let turn = 0;
  let found: Found[] = [];
  let shown = 0;

  const guarded = async (task: (isCurrent: () => boolean) => Promise<void>): Promise<void> => {
    const mine = ++turn;
    const isCurrent = (): boolean => mine === turn;
    const timer = setTimeout(() => {
      if (isCurrent()) showMessage(parts, 'loading');
    }, LOADING_DELAY_MS);
    parts.results.setAttribute('aria-busy', 'true');
    try {
      await task(isCurrent);
      if (isCurrent()) showMessage(parts, null);
    } catch (error) {
      if (isCurrent()) showFailure(parts, error);
    } finally {
      clearTimeout(timer);
      if (isCurrent()) parts.results.setAttribute('aria-busy', 'false');
    }
  };

  const append = (fragments: readonly PagefindFragment[]): void => {
    for (const fragment of fragments) parts.results.append(buildResultItem(parts, fragment));
    shown += fragments.length;
    parts.more.hidden = shown >= found.length;
  };

  const run = (state: SearchState, count: number): Promise<void> =>
    guarded(async (isCurrent) => {
      if (isIdle(state)) {
        clear(parts);
        found = [];
        return;
      }
      const answer = await index.ask(async ({ find }) => {
        const results = await find(state);
        return { results, first: await loadFragments(results.slice(0, count)) };
      });
      if (!isCurrent()) return;
      clear(parts);
      found = answer.results;
      shown = 0;
      append(answer.first);
      parts.status.textContent = buildCountText(found.length, parts.language, countForms(parts));
    });

  const showMore = async (): Promise<number> => {
    await guarded(async (isCurrent) => {
      const next = found.slice(shown, shown + RESULTS_STEP);
      const fragments = await index.ask(() => loadFragments(next));
      if (!isCurrent()) return;
      const before = parts.results.children.length;
      append(fragments);
      parts.results.children[before]?.querySelector('a')?.focus();
    });
    return shown;
  };
  return { run, showMore };
}

function loadFragments(results: readonly Found[]): Promise<PagefindFragment[]> {
  return Promise.all(results.map((result) => result.load()));
}

function clear(parts: SearchParts): void {
  parts.results.textContent = '';
  parts.status.textContent = '';
  parts.more.hidden = true;
}

function showFailure(parts: SearchParts, error: unknown): void {
  clear(parts);
  showMessage(parts, error instanceof EmptyIndexError ? 'empty' : 'failed');
}

function countForms({ status }: SearchParts): Record<string, string | undefined> {
  const { countZero, countOne, countTwo, countFew, countMany, countOther } = status.dataset;
  return {
    zero: countZero,
    one: countOne,
    two: countTwo,
    few: countFew,
    many: countMany,
    other: countOther,
  };
}
