import { startSearch } from './search-page.ts';

for (const root of document.querySelectorAll<HTMLElement>('[data-index]')) startSearch(root);
