import path from 'node:path';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

/** What a name on a stick must not have: FAT refuses it, or Windows drops it. */
const REFUSED = /[\\:*?"<>|\p{Cc}]|[ .]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/**
 * Judges what is to be made for others to carry by its name.
 * @throws UsageError where FAT or Windows refuses it
 */
export function verifyName(place: string): void {
  const name = path.basename(place);
  if (name !== '' && !REFUSED.test(name)) return;
  throw new UsageError(
    say({
      en: `A stick (FAT) refuses the name “${name}”: choose one without \\ : * ? " < > | and without a dot at its end, and none of CON, PRN, AUX, NUL, COM1, LPT1.`,
      ru: `Флешка (FAT) не примет имя «${name}»: выберите имя без \\ : * ? " < > | и без точки в конце; CON, PRN, AUX, NUL, COM1, LPT1 тоже нельзя.`,
    }),
  );
}
