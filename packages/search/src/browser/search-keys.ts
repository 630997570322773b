import type { SearchParts } from './search-parts.ts';

/** Keys of the search page: `/` goes to the field, arrows walk field and results, Escape clears the query. */
export function listenForKeys(parts: SearchParts, clearQuery: () => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTextEntry(event.target)) return;
    event.preventDefault();
    parts.field.focus();
    parts.field.select();
  });
  parts.root.addEventListener('keydown', (event) => {
    if (event.isComposing || event.target instanceof HTMLSelectElement) return;
    if (event.key === 'Escape' && parts.field.value !== '') {
      event.preventDefault();
      clearQuery();
      parts.field.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (walk(parts, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
    }
  });
}

/** Moves the focus along field, results, more-button. Gives false where there is nowhere to go. */
function walk(parts: SearchParts, step: number): boolean {
  const stops: HTMLElement[] = [
    parts.field,
    ...parts.results.querySelectorAll<HTMLElement>('a[data-field=title]'),
    ...(parts.more.hidden ? [] : [parts.more]),
  ];
  const here = stops.findIndex((stop) => stop === document.activeElement);
  const next = here === -1 ? undefined : stops[here + step];
  next?.focus();
  return next !== undefined;
}

function isTextEntry(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
