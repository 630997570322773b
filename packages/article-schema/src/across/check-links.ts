import { shorten } from '../characters/count.ts';
import { nearestAddress } from './nearest-address.ts';
import type { TextReference } from '../text/check-text.ts';
import type { AcrossFinding } from './check-across.ts';

/**
 * Links from the site's root lead to a page. `exists` says whether an address (without leading
 * slash) is one; `addresses` are those that a suggestion is taken from.
 */
export function checkLinks(
  path: string,
  links: readonly TextReference[],
  exists: (address: string) => boolean,
  addresses: () => Iterable<string>,
): AcrossFinding[] {
  return links.flatMap(({ target, line, column, field }) => {
    const address = plainAddress(target);
    if (exists(address)) return [];
    const meant = suggestion(address, exists) ?? nearestAddress(address, addresses());
    return [
      {
        path,
        span: { line, column },
        finding: {
          code: 'text-link-broken',
          path: field ?? [],
          found: shorten(target),
          message: `The link “${shorten(target)}” leads to no page of the site.`,
          remedy:
            meant === undefined
              ? 'Write the address of a page as it stands after the site’s name.'
              : `Did you mean “/${meant}”?`,
          ru: {
            message: `Ссылка «${shorten(target)}» не ведёт ни на какую страницу сайта.`,
            remedy:
              meant === undefined
                ? 'Напишите адрес страницы так, как он стоит после имени сайта.'
                : `Вы имели в виду «/${meant}»?`,
            example: '[первая часть](/ru/2026/11/22/ogni-porta.html)',
          },
          example: `[…](/${meant ?? 'en/2026/11/22/harbour-lights.html'})`,
        },
      },
    ];
  });
}

/** The address that a link from the site’s root leads to: without leading slash, query and fragment, decoded. */
export function plainAddress(target: string): string {
  const path = target.replace(/[?#].*$/, '').replace(/^\//, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function suggestion(address: string, exists: (address: string) => boolean): string | undefined {
  const written = [
    `${address}.html`,
    `${address.replace(/\/?$/, '/')}index.html`.replace(/^\//, ''),
  ];
  return written.find(exists);
}
