import type { Outlet, Taxon } from '../schema/outlet.ts';
import type { Problem } from '@tamizdat/problem';
import { nearest, toldGuess } from './nearest.ts';
import { slugOf } from './slug-example.ts';

/** The ids that a field may hold, with the names that people know them by. */
export interface NamedIds {
  outlet?: Outlet | undefined;
  authors?: ReadonlySet<string> | undefined;
}

/**
 * Where a name stands in place of an id (“Общество”), tells the id. Most newcomers write the name, which is what the
 * site shows.
 */
export function withNamedId(problem: Problem, { outlet, authors }: NamedIds): Problem {
  const { code, found = '' } = problem;
  const id = idFor(code, found, { outlet, authors });
  if (id === undefined) return problem;
  const { en, ru } = toldGuess(id);
  const field = code.replace(/-malformed$/, '');
  return {
    ...problem,
    remedy: `${en}${problem.remedy}`,
    example: `${field}: ${field === 'section' ? id : `[${id}]`}`,
    ru: { ...problem.ru, remedy: `${ru}${problem.ru.remedy}` },
  };
}

function idFor(code: string, name: string, { outlet, authors }: NamedIds): string | undefined {
  if (code === 'section-malformed') return idNamed(name, outlet?.sections ?? []);
  if (code === 'tags-malformed') return idNamed(name, outlet?.tags ?? []);
  if (code === 'authors-malformed') return nearest(slugOf(name) ?? '', authors ?? []);
  return undefined;
}

function idNamed(name: string, taxa: readonly Taxon[]): string | undefined {
  const wanted = name.normalize('NFC').toLowerCase();
  const named = taxa.find((taxon) =>
    Object.values(taxon.name).some((each) => each.toLowerCase() === wanted),
  );
  return (
    named?.id ??
    nearest(
      slugOf(name) ?? '',
      taxa.map(({ id }) => id),
    )
  );
}
