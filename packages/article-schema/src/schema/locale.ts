import { z } from 'zod';
import { refuse } from './explained.ts';

/** Why a text is not the canonical name of a locale that dates and numbers can be written by (BCP 47, ECMA-402). */
function reasonAgainst(name: string): string | undefined {
  const canonical = canonicalName(name);
  if (canonical === undefined) return 'no language tag is built like this';
  if (canonical !== name) return `write it “${canonical}”`;
  const known = Intl.DateTimeFormat.supportedLocalesOf(name).length > 0;
  return known ? undefined : 'no language of this code is known';
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
