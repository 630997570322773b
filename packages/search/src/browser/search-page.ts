import { RESULTS_STEP, TYPING_PAUSE_MS } from '../limits.ts';
import { fillAuthorsLater } from './fill-authors.ts';
import { openIndexConnection } from './index-connection.ts';
import { listenForKeys } from './search-keys.ts';
import { keepAddress } from './page-address.ts';
import { fillForm, findParts, readForm, type SearchParts } from './search-parts.ts';
import { startSession, type Extent } from './search-session.ts';
import { parseState } from './search-state.ts';
import { showMessage } from './show-results.ts';

/** Neither modules nor fetch run from a file: the page's message says what to do instead. */
function sendToArchive(parts: SearchParts): void {
  showMessage(parts, 'file');
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
}

/**
 * Brings a search page to life. Nothing is requested until the reader turns to the field or a filter, or the
 * address asks for something.
 */
export function startSearchPage(root: HTMLElement): void {
  const parts = findParts(root);
  if (location.protocol === 'file:') {
    sendToArchive(parts);
    return;
  }
  const index = openIndexConnection(parts.indexUrl, parts.language);
  const session = startSession(parts, index);
  fillAuthorsLater(parts, index);
  const address = keepAddress(parts);
  let pause: ReturnType<typeof setTimeout> | undefined;

  const ask = (extent: Extent = { results: RESULTS_STEP, tiers: 1 }): void => {
    clearTimeout(pause);
    void session.run(readForm(parts), extent);
  };
  const restore = (): void => {
    fillForm(parts, parseState(location.search));
    ask(address.extent());
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
    index.ask(({ prepare }) => prepare()).catch(() => undefined);
  });
  parts.form.addEventListener('change', (event) => {
    if (event.target !== parts.field) askNow();
  });
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    askNow();
  });
  parts.more.addEventListener('click', () => {
    void session.showMore().then(address.keepExtent);
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
