import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Outlet } from '@tamizdat/article-schema';
import type { BookPlace } from '@tamizdat/mirrors/addresses';
import { readNow } from '../clock/read-now.ts';
import { UsageError } from '../frame/usage-error.ts';
import { isWithin } from '../keys/is-within.ts';
import { say } from '../language/say.ts';
import { repository } from '../repository/folders.ts';
import { readReserveList } from '../reserve/load-reserve.ts';

/** What the book is called beside the list of reserve mirrors. */
const NAME = 'addresses.json';

/**
 * Finds the book of an outlet's names: `TAMIZDAT_ADDRESSES`, else beside the file that `TAMIZDAT_RESERVE` names.
 * @param content The content folder: the book never lies in what contributors read.
 * @throws UsageError
 */
export function findBook(
  outlet: Pick<Outlet, 'tagAuthority'>,
  content: string,
  env: NodeJS.ProcessEnv,
): BookPlace {
  const file = env['TAMIZDAT_ADDRESSES']
    ? path.resolve(env['TAMIZDAT_ADDRESSES'])
    : besideReserve();
  if (isWithin(file, repository) || isWithin(file, path.dirname(content))) throw refuseInside();
  return { file, outlet: nameOutlet(outlet), now: readNow() };
}

function besideReserve(): string {
  const file = readReserveList()?.file;
  if (file !== undefined) return path.join(path.dirname(file), NAME);
  throw new UsageError(
    say({
      en: 'Where are the names kept? Set TAMIZDAT_ADDRESSES to a file outside the repository, such as /srv/outlet/addresses.json; or TAMIZDAT_RESERVE to the file of reserve mirrors, beside which it stands then.',
      ru: 'Где хранятся имена? Укажите в TAMIZDAT_ADDRESSES файл вне репозитория, например /srv/outlet/addresses.json; или в TAMIZDAT_RESERVE — файл резервных зеркал: книга лежит рядом с ним.',
    }),
  );
}

const refuseInside = (): UsageError =>
  new UsageError(
    say({
      en: 'The book of names would lie in the repository, which contributors read. Name a file outside it in TAMIZDAT_ADDRESSES; if it was ever committed, make new names and burn those.',
      ru: 'Книга имён оказалась бы в репозитории, который читают авторы. Укажите в TAMIZDAT_ADDRESSES файл вне его; если её хоть раз закоммитили, создайте новые имена, а те отметьте сгоревшими.',
    }),
  );

/** An outlet’s permanent authority as a hash: who finds the book learns nothing from this line. */
function nameOutlet({ tagAuthority: { domain, date } }: Pick<Outlet, 'tagAuthority'>): string {
  return createHash('sha256').update(`tag:${domain},${date}`).digest('hex');
}
