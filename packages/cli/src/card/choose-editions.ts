import { mirrorsFor } from '@tamizdat/archive';
import { type Edition, type Mirror, nearest } from '@tamizdat/article-schema';
import { UsageError } from '../frame/usage-error.ts';
import type { MirrorList } from '../mirrors/mirror-list.ts';
import { say } from '../language/say.ts';

/** A language with the mirrors that stand on its card. */
export interface ChosenEdition {
  edition: Edition;
  mirrors: Pick<Mirror, 'base'>[];
}

/**
 * Chooses languages and mirrors for cards; languages for which no mirror is meant get none.
 * @throws UsageError for a name or a language that is not there, and where nothing is left to print
 */
export function chooseEditions(
  { mirrors, outlet }: MirrorList,
  names: readonly string[],
  language: string | undefined,
): ChosenEdition[] {
  const named = names.map((name) => findMirror(name, mirrors));
  const chosen = languagesOf(outlet, language).map((edition) => ({
    edition,
    mirrors: named.length > 0 ? named : mirrorsFor(mirrors, edition.code),
  }));
  const printed = chosen.filter((one) => one.mirrors.length > 0);
  if (printed.length === 0)
    throw new UsageError(
      say({
        en: 'There is nothing to print: content/mirrors.yaml announces no mirror.',
        ru: 'Печатать нечего: content/mirrors.yaml не объявляет ни одного зеркала.',
      }),
    );
  return printed;
}

/** @throws UsageError for a language that is not there */
export function languagesOf(outlet: MirrorList['outlet'], language: string | undefined): Edition[] {
  const editions = outlet.languages.filter(
    ({ code }) => language === undefined || code === language,
  );
  if (editions.length > 0) return editions;
  const codes = outlet.languages.map(({ code }) => code).join(', ');
  throw new UsageError(
    say({
      en: `The outlet does not publish in “${language ?? ''}”. There are: ${codes}.`,
      ru: `На языке «${language ?? ''}» издание не выходит. Есть: ${codes}.`,
    }),
  );
}

/**
 * The same languages with the addresses of a channel in place of the list’s.
 * @throws UsageError for a language that is not there
 */
export function withBases(
  { outlet }: Pick<MirrorList, 'outlet'>,
  bases: readonly string[],
  language: string | undefined,
): ChosenEdition[] {
  return languagesOf(outlet, language).map((edition) => ({
    edition,
    mirrors: bases.map((base) => ({ base })),
  }));
}

function findMirror(name: string, mirrors: readonly Mirror[]): Mirror {
  const found = mirrors.find((mirror) => mirror.name === name);
  if (found !== undefined) return found;
  if (/^reserve(?:-\d+)?$/.test(name))
    throw new UsageError(
      say({
        en: 'A reserve mirror that stands on a card is no reserve any more: announce it first with “tamizdat mirror promote”.',
        ru: 'Резервное зеркало, напечатанное на карточке, уже не резервное: сначала объявите его: «tamizdat mirror promote».',
      }),
    );
  const names = mirrors.map((mirror) => mirror.name);
  const meant = nearest(name, names);
  const hint =
    meant === undefined
      ? say({ en: `There are: ${names.join(', ')}.`, ru: `Есть: ${names.join(', ')}.` })
      : say({ en: `Did you mean “${meant}”?`, ru: `Имелось в виду «${meant}»?` });
  throw new UsageError(
    say({ en: `There is no mirror “${name}”. ${hint}`, ru: `Зеркала «${name}» нет. ${hint}` }),
  );
}
