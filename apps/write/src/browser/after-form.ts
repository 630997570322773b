/** What stands in the page as soon as an entry’s form is shown. */
const FORM = '[id*="-field-"]';
/** How Decap names an entry’s text that was not saved. */
const BACKUP = /^backup\./;

/**
 * Lets what was not saved be read only when the form is there. Decap asks whether to take it up as soon as
 * the page opens, and then puts the entry that it loads meanwhile in its place: what was written is gone.
 */
export function holdBackups(): void {
  const prototype = IDBObjectStore.prototype;
  const get = Object.getOwnPropertyDescriptor(prototype, 'get')?.value as (
    this: IDBObjectStore,
    query: IDBValidKey | IDBKeyRange,
  ) => IDBRequest<unknown>;
  prototype.get = function (query) {
    const request = get.call(this, query);
    if (typeof query === 'string' && BACKUP.test(query)) holdAnswer(request);
    return request;
  };
}

/** Hands a request's answer on when the form is shown; localForage listens to it as `onsuccess`. */
function holdAnswer(request: IDBRequest): void {
  Object.defineProperty(request, 'onsuccess', {
    set(listener: (event: Event) => void) {
      request.addEventListener('success', (event) => {
        void formShown().then(() => {
          listener.call(request, event);
        });
      });
    },
  });
}

function formShown(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector(FORM) === null) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    look();
  });
}
