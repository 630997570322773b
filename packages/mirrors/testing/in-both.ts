import type { InBoth } from '@tamizdat/problem';

/** A text whose words no test asks about, in both languages. */
export const inBoth = (text: string): InBoth => ({ en: text, ru: text });
