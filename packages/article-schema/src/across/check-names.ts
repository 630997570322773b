import { shorten } from '../characters/count.ts';
import { lookOf, shapeOf, strokesOf } from '../characters/look-alike.ts';
import type { FieldPath } from '@tamizdat/problem';
import type { Author } from '../schema/author.ts';
import type { Outlet } from '../schema/outlet.ts';
import type { AcrossFinding } from './check-across.ts';

/** Something with names in languages, and where they stand. */
interface Named {
  id: string;
  /** What it is called in messages. */
  shown: string;
  name: Readonly<Record<string, string>>;
  path: string;
  field: FieldPath;
}

/**
 * Two records of authors with one name, or with names that look alike: one may pass for the other. It is told of the
 * later one: of what is `added` where that is known, else of the later by its id.
 */
export function checkAuthorNames(
  authors: readonly Pick<Author, 'id' | 'name'>[],
  added: ReadonlySet<string> = new Set(),
): AcrossFinding[] {
  const named = authors.map(({ id, name }): Named => {
    const path = `authors/${id}.yaml`;
    return { id, shown: path, name, path, field: ['name'] };
  });
  const ranked = named.toSorted(
    (one, other) =>
      Number(added.has(one.path)) - Number(added.has(other.path)) || (one.id < other.id ? -1 : 1),
  );
  return lookAlikes(ranked, 'author-name-taken');
}

/** The same of sections among each other, and of tags. */
export function checkTaxonNames(outlet: Pick<Outlet, 'sections' | 'tags'>): AcrossFinding[] {
  return (['sections', 'tags'] as const).flatMap((list) =>
    lookAlikes(
      outlet[list].map(({ id, name }, index) => {
        return { id, shown: id, name, path: 'outlet.yaml', field: [list, index, 'name'] };
      }),
      'taxon-name-taken',
    ),
  );
}

function lookAlikes(all: readonly Named[], code: string): AcrossFinding[] {
  const known = new Map<string, Named>();
  const found: AcrossFinding[] = [];
  for (const one of all) {
    for (const [lang, name] of Object.entries(one.name)) {
      const looks = [
        `look ${lookOf(name)}`,
        `strokes ${strokesOf(name)}`,
        `shape ${shapeOf(name)}`,
      ];
      const [other] = looks.flatMap((look) => known.get(look) ?? []);
      for (const look of looks) if (!known.has(look)) known.set(look, one);
      if (other === undefined || other.id === one.id || lookOf(name) === '') continue;
      found.push(told(one, other, lang, code));
      break;
    }
  }
  return found;
}

function told(one: Named, other: Named, lang: string, code: string): AcrossFinding {
  const name = shorten(one.name[lang] ?? '');
  return {
    path: one.path,
    finding: {
      code,
      severity: 'warning',
      path: [...one.field, lang],
      found: name,
      message: `“${name}” is also the name in ${other.shown}, or looks like it.`,
      why: 'Readers take the two for one: what one of them writes is believed of the other.',
      remedy: `Use ${other.shown} if it is the same; else let the names differ in more than letters that look alike.`,
      ru: {
        message: `«${name}» — имя, которое уже есть в ${other.shown}, или оно выглядит так же.`,
        why: 'Читатели примут двоих за одного: чему верят у одного, поверят и у другого.',
        remedy: `Если это то же самое, пользуйтесь ${other.shown}; иначе пусть имена различаются не только похожими буквами.`,
      },
    },
  };
}
