import { ToldError } from '@tamizdat/problem';

/** Files that a refusal names. */
const NAMED = 3;

/**
 * Refuses to keep a release of which something is gone: it would go in the place of one that is whole, and no machine
 * could fetch it.
 * @throws ToldError `state-incomplete`
 */
export function refuseIncomplete(missing: readonly string[]): void {
  if (missing.length === 0) return;
  const names = missing.slice(0, NAMED).join(', ');
  const count = missing.length;
  throw new ToldError(
    'state-incomplete',
    {
      en: `Of the newest release ${count} files are missing here: ${names}${count > NAMED ? ' …' : ''}. Nothing was kept.`,
      ru: `От новейшего выпуска здесь не хватает файлов: ${count} (${names}${count > NAMED ? ' …' : ''}). Ничего не сохранено.`,
    },
    {
      en: 'Files of the tree come back with “tamizdat build --force” and “tamizdat release”. Where files of outlet-state are gone, take the history anew: move outlet-state/release elsewhere, then tamizdat state fetch --without-tree, or tamizdat state recover <mirror> --without-tree.',
      ru: 'Файлы дерева вернут «tamizdat build --force» и «tamizdat release». Если пропали файлы из outlet-state, возьмите историю заново: перенесите outlet-state/release в другое место, потом tamizdat state fetch --without-tree или tamizdat state recover <зеркало> --without-tree.',
    },
  );
}
