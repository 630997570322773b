import type { Finding } from '../finding.ts';
import { findScheme, isProtocolRelative, isRootAbsolute } from '../links/internal-link.ts';
import { type ResolvedLink, resolveLink } from './resolve-link.ts';

/** What is known of the whole tree while one file is checked. */
export interface TreeContext {
  files: ReadonlySet<string>;
  folders: ReadonlySet<string>;
  /** The outlet's own base address with a trailing slash. */
  origin?: string;
}

/** An address in a file, and how it may be written there. */
export interface FoundAddress {
  address: string;
  offset: number;
  field: string;
  /** The browser loads it with the page. */
  isResource: boolean;
  /** The place asks for an absolute address (an hreflang alternate, a `404.html`). */
  mayBeAbsolute: boolean;
}

type Fault = Omit<Finding, 'offset' | 'field' | 'found'>;

/** Gives what is wrong with an address in the file at tree path `file`, if anything. */
export function checkAddress(
  file: string,
  found: FoundAddress,
  context: TreeContext,
): Finding | undefined {
  const fault = findFault(file, found, context);
  if (!fault) return undefined;
  return { ...fault, offset: found.offset, field: found.field, found: found.address };
}

function findFault(file: string, found: FoundAddress, context: TreeContext): Fault | undefined {
  const { address } = found;
  if (isProtocolRelative(address)) return PROTOCOL_RELATIVE;
  if (isRootAbsolute(address) || address.startsWith('/')) return ROOT_ABSOLUTE;
  if (address === '') return EMPTY;
  const scheme = findScheme(address);
  if (scheme === undefined) return findRelativeFault(file, found, context);
  if (scheme === 'file') return LOCAL_FILE;
  if (scheme !== 'http' && scheme !== 'https') return undefined;
  if (found.isResource) return THIRD_PARTY;
  const isOwn = context.origin !== undefined && `${address}/`.startsWith(context.origin);
  return isOwn && !found.mayBeAbsolute ? ABSOLUTE_OWN : undefined;
}

function findRelativeFault(
  file: string,
  { address }: FoundAddress,
  context: TreeContext,
): Fault | undefined {
  const resolved = resolveLink(file, address);
  return resolved.kind === 'inside'
    ? findTargetFault(resolved.path, context)
    : FAULTS[resolved.kind];
}

function findTargetFault(path: string, { files, folders }: TreeContext): Fault | undefined {
  if (files.has(path)) return undefined;
  const folder = path.endsWith('/') ? path.slice(0, -1) : path;
  if (path === '' || path.endsWith('/') || folders.has(folder)) return FOLDER;
  return files.has(`${path}.html`) ? WITHOUT_HTML : DEAD;
}

const PROTOCOL_RELATIVE: Fault = {
  code: 'link-protocol-relative',
  message: 'An address that starts with two slashes names another host.',
  remedy: 'Write https:// for another site; for a page of this one, link from the site’s root.',
  ru: {
    message: 'Адрес, который начинается с двух косых черт, ведёт на другой хост.',
    remedy: 'Для другого сайта напишите https://, для страницы этого — путь от корня сайта.',
  },
};

const ROOT_ABSOLUTE: Fault = {
  code: 'link-root-absolute',
  message: 'The link starts at the root of the host.',
  why: 'It breaks wherever the tree stands in a folder, in an archive, or is opened from a disk.',
  remedy: 'Let the file pass through finishPage, or write the link relative to it.',
  ru: {
    message: 'Ссылка начинается от корня хоста.',
    why: 'Она не сработает, если дерево лежит в папке, в архиве или открыто с диска.',
    remedy: 'Пропустите файл через finishPage или напишите ссылку относительно него.',
  },
};

const EMPTY: Fault = {
  code: 'link-empty',
  message: 'The address is empty.',
  remedy: 'Name a file, or take the attribute out.',
  ru: { message: 'Адрес пуст.', remedy: 'Назовите файл или уберите атрибут.' },
};

const LOCAL_FILE: Fault = {
  code: 'link-local-file',
  message: 'The link leads to somebody’s own disk.',
  why: 'It works for nobody else, and can tell a user’s name.',
  remedy: 'Link to a file of the site.',
  ru: {
    message: 'Ссылка ведёт на чей-то диск.',
    why: 'Ни у кого другого она не откроется и может выдать имя пользователя.',
    remedy: 'Поставьте ссылку на файл сайта.',
  },
};

const THIRD_PARTY: Fault = {
  code: 'third-party',
  message: 'The page would load something from an absolute address.',
  why: 'Pages make no request to another host: it would learn who reads what, and may be blocked.',
  remedy: 'Put a copy into the tree and link to that, or leave it as a plain link.',
  ru: {
    message: 'Страница загрузила бы что-то с абсолютного адреса.',
    why: 'Страницы не обращаются к другим хостам: те узнали бы, кто и что читает, и могут быть заблокированы.',
    remedy: 'Положите копию в дерево и сошлитесь на неё или оставьте обычную ссылку.',
  },
};

const ABSOLUTE_OWN: Fault = {
  code: 'link-absolute-own',
  message: 'A link to the outlet’s own site names its host.',
  why: 'On a mirror it leads readers back to the address that is blocked.',
  remedy: 'Link from the site’s root in the template: the link is then made relative.',
  ru: {
    message: 'В ссылке на собственный сайт издания назван хост.',
    why: 'На зеркале она уведёт читателя на заблокированный адрес.',
    remedy: 'Напишите в шаблоне путь от корня сайта: ссылка станет относительной.',
  },
};

const FOLDER: Fault = {
  code: 'link-folder',
  message: 'The link names a folder, not a file.',
  why: 'Many stores and archives have no index documents.',
  remedy: 'Write index.html out.',
  ru: {
    message: 'Ссылка ведёт на папку, а не на файл.',
    why: 'Во многих хранилищах и архивах у папок нет страницы по умолчанию.',
    remedy: 'Допишите index.html.',
  },
};

const WITHOUT_HTML: Fault = {
  code: 'link-without-html',
  message: 'The link leaves out .html.',
  why: 'Only some hosts add it.',
  remedy: 'Write .html out.',
  ru: {
    message: 'В ссылке пропущено .html.',
    why: 'Дописывают его только некоторые хосты.',
    remedy: 'Допишите .html.',
  },
};

const DEAD: Fault = {
  code: 'link-dead',
  message: 'The link leads to nothing in the tree.',
  remedy: 'Correct the address; upper and lower case count.',
  ru: {
    message: 'По этой ссылке в дереве ничего нет.',
    remedy: 'Исправьте адрес; строчные и прописные буквы различаются.',
  },
};

const FAULTS: Record<Exclude<ResolvedLink['kind'], 'inside'>, Fault> = {
  outside: {
    code: 'link-leaves-tree',
    message: 'The link leads out of the tree.',
    remedy: 'Take the superfluous ../ out.',
    ru: { message: 'Ссылка выводит за пределы дерева.', remedy: 'Уберите лишние ../' },
  },
  slash: {
    code: 'link-hidden-slash',
    message: 'The link writes a slash as %2F, or %5C.',
    why: 'Some hosts find a file by it, others and a disk find none; links of the page then lead elsewhere.',
    remedy: 'Write / between folders.',
    ru: {
      message: 'Косая черта в ссылке записана как %2F или %5C.',
      why: 'Одни хосты по ней найдут файл, другие и диск — нет, а ссылки самой страницы уведут не туда.',
      remedy: 'Пишите между папками «/».',
    },
  },
  percent: {
    code: 'link-malformed',
    message: 'The link holds a % that is not part of an escape.',
    remedy: 'Write %25 for a percent sign.',
    ru: {
      message: 'В ссылке есть знак %, за которым нет кода символа.',
      remedy: 'Знак процента пишется как %25.',
    },
  },
};
