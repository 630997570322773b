/** How Decap names, in a form, what is wrong with a field. */
const FAULT = '[class*="ControlErrorsList"] li';
const INPUT = 'input, textarea, button';

/**
 * Brings the first fault of a form into view when it keeps an entry from being saved. Decap marks it and
 * says nothing more; where the form is long, nothing seems to happen. Its refusal reaches nobody: an
 * unhandled rejection without a reason.
 */
export function revealFaults(): void {
  globalThis.addEventListener('unhandledrejection', (event: PromiseRejectionEvent) => {
    const field = document.querySelector(FAULT)?.parentElement?.parentElement?.parentElement;
    if (event.reason !== undefined || !field) return;
    event.preventDefault();
    field.scrollIntoView({ block: 'start' });
    field.querySelector<HTMLElement>(INPUT)?.focus({ preventScroll: true });
  });
}
