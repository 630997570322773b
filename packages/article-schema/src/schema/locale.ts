import { z } from 'zod';
import type { InBoth } from '@tamizdat/problem';
import { refuse } from './explained.ts';

/** Why a text is not the canonical name of a locale that dates and numbers can be written by (BCP 47, ECMA-402). */
function reasonAgainst(name: string): InBoth | undefined {
  const canonical = canonicalName(name);
  if (canonical === undefined) {
    return { en: 'no language tag is built like this', ru: 'так метки языков не пишутся' };
  }
  if (canonical !== name) {
    return { en: `write it “${canonical}”`, ru: `напишите «${canonical}»` };
  }
  const known = Intl.DateTimeFormat.supportedLocalesOf(name).length > 0;
  return known
    ? undefined
    : { en: 'no language of this code is known', ru: 'языка с таким кодом нет' };
}

function canonicalName(name: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(name)[0];
  } catch {
    return undefined;
  }
}

/** A locale, by which an edition's dates and numbers are written. */
export const LocaleSchema = z.string().max(35).check(refuse(reasonAgainst));
