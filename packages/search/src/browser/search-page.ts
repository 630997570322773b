import { RESULTS_STEP, TYPING_PAUSE_MS } from '../limits.ts';
import { openIndexConnection } from './index-connection.ts';
import { listenForKeys } from './search-keys.ts';
import { fillForm, findParts, readForm, type SearchParts } from './search-parts.ts';
import { startSession } from './search-session.ts';
import { buildQueryString, parseState } from './search-state.ts';
import { showMessage } from './show-results.ts';

/**
 * Brings a search page to life. Nothing is requested until the reader turns to the field or a filter, or the
 * address asks for something.
 */
export function startSearchPage(root: HTMLElement): void {
  const parts = findParts(root);
  if (location.protocol === 'file:') {
    showMessage(parts, 'file');
    parts.form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    return;
  }
  const index = openIndexConnection(parts.indexUrl);
  const session = startSession(parts, index);
  const address = keepAddress(parts);
  let pause: ReturnType<typeof setTimeout> | undefined;

  const ask = (count = RESULTS_STEP): void => {
    clearTimeout(pause);
    void session.run(readForm(parts), count);
  };
  const restore = (): void => {
    fillForm(parts, parseState(location.search));
    ask(address.shown());
  };
  const askWhileTyping = (): void => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      address.draft();
      ask();
    }, TYPING_PAUSE_MS);
  };
  const askNow = (): void => {
    address.commit();
    ask();
  };

  parts.field.addEventListener('input', askWhileTyping);
  parts.field.addEventListener('focus', () => {
    // Only to have the index at hand; a failure is told when something is asked.
    index.ask(() => Promise.resolve()).catch(() => undefined);
  });
  parts.form.addEventListener('change', (event) => {
    if (event.target !== parts.field) askNow();
  });
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    askNow();
  });
  parts.more.addEventListener('click', () => {
    void session.showMore().then(address.keepShown);
  });
  root.querySelector('[data-retry]')?.addEventListener('click', () => {
    ask();
  });
  listenForKeys(parts, () => {
    parts.field.value = '';
    askNow();
  });
  window.addEventListener('popstate', restore);
  restore();
}

/**
 * The page's history. Typing makes one entry, rewritten as the query grows; a filter, an order or Enter makes an
 * entry of its own, so that Back undoes one decision.
 */
function keepAddress(parts: SearchParts): {
  draft: () => void;
  commit: () => void;
  keepShown: (shown: number) => void;
  shown: () => number;
} {
  const state = (): { draft?: boolean; shown?: number } =>
    (history.state ?? {}) as { draft?: boolean; shown?: number };
  const target = (): string => location.pathname + buildQueryString(readForm(parts));
  const isHere = (): boolean => target() === location.pathname + location.search;
  return {
    draft: () => {
      if (isHere()) return;
      if (state().draft === true) history.replaceState({ draft: true }, '', target());
      else history.pushState({ draft: true }, '', target());
    },
    commit: () => {
      if (isHere()) history.replaceState({ ...state(), draft: false }, '');
      else history.pushState({ draft: false }, '', target());
    },
    keepShown: (shown) => {
      history.replaceState({ ...state(), shown }, '');
    },
    shown: () => Math.max(state().shown ?? 0, RESULTS_STEP),
  };
}
