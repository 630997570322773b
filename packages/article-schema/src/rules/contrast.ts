import type { Finding } from '@tamizdat/problem';
import type { Outlet } from '../schema/outlet.ts';

/** The grounds of the two themes, on which the accent colour must be readable. */
export const GROUNDS = { light: '#ffffff', dark: '#111111' } as const;

/** WCAG 2.2, success criterion 1.4.3 (AA), for text of any size. */
export const CONTRAST_AA = 4.5;

/** Contrast ratio of two `#rrggbb` colours, 1 to 21, as WCAG 2.2 defines it. */
export function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) =>
    linear(Number.parseInt(colour.slice(start, start + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (part: number): number =>
  part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;

/** The accent is readable in both themes. */
export function accentRule({ accent }: Partial<Outlet>): Finding[] {
  if (accent === undefined) return [];
  return (['light', 'dark'] as const).flatMap((theme) => {
    const ratio = contrast(accent[theme], GROUNDS[theme]);
    if (ratio >= CONTRAST_AA) return [];
    return [
      {
        code: 'accent-contrast',
        path: ['accent', theme],
        found: accent[theme],
        message: `The accent ${accent[theme]} has a contrast of ${ratio.toFixed(2)} : 1 on the ${theme} ground ${GROUNDS[theme]}; ${CONTRAST_AA} : 1 is needed.`,
        why: 'Links in this colour could not be read by many (WCAG AA).',
        remedy: `Choose a ${theme === 'light' ? 'darker' : 'lighter'} colour.`,
        ru: {
          message: `У акцента ${accent[theme]} контраст ${ratio.toFixed(2)} : 1 на ${theme === 'light' ? 'светлом' : 'тёмном'} фоне ${GROUNDS[theme]}; нужно ${CONTRAST_AA} : 1.`,
          why: 'Ссылки такого цвета многие не смогли бы прочесть (WCAG AA).',
          remedy: `Выберите цвет ${theme === 'light' ? 'темнее' : 'светлее'}.`,
        },
        example: theme === 'light' ? `light: '#9b1c1c'` : `dark: '#ff9d8a'`,
      },
    ];
  });
}
