import type { Finding } from '@tamizdat/problem';
import type { Outlet } from '../schema/outlet.ts';
import { repeated } from './list-rules.ts';
import { providerFindings } from './provider-rules.ts';
import { unknownLanguage } from './unknown-language.ts';

/** All rules between the newsletters and the rest of the outlet. */
export function newsletterRules({ newsletters, languages }: Partial<Outlet>): Finding[] {
  const codes = languages?.map(({ code }) => code);
  return [
    ...repeated(
      (newsletters ?? []).map(({ id }) => id),
      (index) => ['newsletters', index, 'id'],
      { en: 'The newsletter', ru: 'Рассылка' },
      'newsletters-id-repeated',
    ),
    ...(newsletters ?? []).flatMap(({ lang }, index) =>
      codes === undefined || codes.includes(lang)
        ? []
        : [unknownLanguage(lang, ['newsletters', index, 'lang'], codes)],
    ),
    ...(newsletters ?? []).flatMap(({ provider }, index) =>
      providerFindings(provider, ['newsletters', index, 'provider']),
    ),
  ];
}
