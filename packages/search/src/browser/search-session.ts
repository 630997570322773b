import { LOADING_DELAY_MS, RESULTS_STEP } from '../limits.ts';
import { buildStatusText } from './count-text.ts';
import { EmptyIndexError, type IndexConnection } from './index-connection.ts';
import type { FoundPage, ShownPage } from './open-index.ts';
import type { SearchParts } from './search-parts.ts';
import { isIdle, type SearchState } from './search-state.ts';
import { buildResultItem, showMessage } from './show-results.ts';
import { startWalk, type TierWalk } from './tier-walk.ts';

/** How far a list goes: what Back brings again. */
export interface Extent {
  results: number;
  tiers: number;
}

export interface SearchSession {
  /** Asks for a state and shows up to `results`; a newer call silences this one. */
  run: (state: SearchState, extent: Extent) => Promise<void>;
  /** Adds the next results, from older tiers where all are shown, and moves the focus to the first of them. */
  showMore: () => Promise<Extent>;
}

/** Keeps what is found and shown. Only the newest question may write to the page. */
export function startSession(parts: SearchParts, index: IndexConnection): SearchSession {
  let turn = 0;
  let walk: TierWalk | undefined;
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

  const append = (current: TierWalk, pages: readonly ShownPage[]): void => {
    for (const page of pages) parts.results.append(buildResultItem(parts, page));
    shown += pages.length;
    const allShown = shown >= current.found.length;
    parts.more.hidden = allShown && current.isWhole;
    parts.more.textContent = allShown ? parts.olderText : parts.moreText;
    parts.status.textContent = buildStatusText(current, parts);
  };

  const run = (state: SearchState, extent: Extent): Promise<void> =>
    guarded(async (isCurrent) => {
      if (isIdle(state)) {
        clear(parts);
        walk = undefined;
        return;
      }
      const begun = startWalk(state, index);
      await begun.goOn({ results: 1, tiers: extent.tiers }, isCurrent);
      if (!isCurrent()) return;
      const first = await index.ask(() => loadPages(begun.found.slice(0, extent.results)));
      if (!isCurrent()) return;
      clear(parts);
      walk = begun;
      shown = 0;
      append(begun, first);
    });

  const showMore = async (): Promise<Extent> => {
    await guarded(async (isCurrent) => {
      if (walk === undefined) return;
      const current = walk;
      await current.goOn({ results: shown + 1, tiers: 0 }, isCurrent);
      const next = current.found.slice(shown, shown + RESULTS_STEP);
      const pages = await index.ask(() => loadPages(next));
      if (!isCurrent()) return;
      const before = parts.results.children.length;
      append(current, pages);
      focusNew(parts, before);
    });
    return { results: shown, tiers: walk?.asked ?? 0 };
  };
  return { run, showMore };
}

/** The first of the new results; the count where there was none and nothing is left to ask for. */
function focusNew(parts: SearchParts, before: number): void {
  const link = parts.results.children[before]?.querySelector('a');
  if (link) link.focus();
  else if (parts.more.hidden) {
    parts.status.tabIndex = -1;
    parts.status.focus();
  }
}

function loadPages(results: readonly FoundPage[]): Promise<ShownPage[]> {
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
