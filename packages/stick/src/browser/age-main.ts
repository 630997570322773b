import { ageOf } from './age-of.ts';

for (const place of document.querySelectorAll<HTMLElement>('[data-made]')) {
  const { made = '', old = '' } = place.dataset;
  const age = ageOf(made, Date.now(), document.documentElement.lang);
  if (age !== undefined) place.textContent = old.replace('{ago}', age);
}
