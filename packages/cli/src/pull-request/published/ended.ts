import type { AcrossFinding } from '@tamizdat/article-schema';
import type { FieldPath } from '@tamizdat/problem';

/** A record or a file that had a page, and whose id is gone. */
export interface Ended {
  /** Where that is told: the file, and the field in it. */
  path: string;
  field: FieldPath;
  /** The list or the folder that it stood in. */
  list: string;
  id: string;
  /** The file that is gone; absent where it was a record of `outlet.yaml`. */
  file?: string;
}

/** Pages without feeds of their own. */
const FEEDLESS = new Set(['pages', 'series']);

/** An address that readers know, and nothing leads on from. Advice: an outlet may end a page. */
export function ended({ path, field, list, id, file }: Ended): AcrossFinding {
  const isAlone = FEEDLESS.has(list);
  const back = file === undefined ? undefined : `git mv <new> content/${file}`;
  return {
    path,
    finding: {
      code: 'published-address-ended',
      severity: 'warning',
      path: field,
      message: `“${id}” is gone from ${list}: this address ${isAlone ? 'ends' : 'and its feeds end'}.`,
      why: 'Nothing leads on from there: links to it break, and whoever subscribed hears nothing more, and not why.',
      remedy:
        back === undefined
          ? `Keep the id, which readers see in addresses alone, and change the name: “id: ${id}”. Or name the address in “formerAddresses” of what takes its place. If it is to end, say so there first.`
          : `Keep the file’s name, and change the title or the name in it (${back}). Or name the address in “formerAddresses” of what takes its place. If it is to end, say so there first.`,
      ru: {
        message: `«${id}» в ${list} больше нет: этот адрес ${isAlone ? 'перестаёт' : 'и его ленты перестают'} существовать.`,
        why: 'Оттуда ничто не ведёт дальше: ссылки сломаются, а подписчики больше ничего не получат и не узнают почему.',
        remedy:
          back === undefined
            ? `Оставьте id, его видно только в адресах, и поменяйте название: «id: ${id}». Или назовите этот адрес в «formerAddresses» того, что его заменит. Если страница должна исчезнуть, сначала скажите об этом на ней.`
            : `Оставьте имя файла и поменяйте заголовок или имя в нём (${back.replace('<new>', '<новый>')}). Или назовите этот адрес в «formerAddresses» того, что его заменит. Если страница должна исчезнуть, сначала скажите об этом на ней.`,
      },
    },
  };
}
