import type { InBoth, Telling } from '@tamizdat/problem';
import { isRebased } from '../tree/content-type.ts';
import type { Finding } from './verdict.ts';

/** What happened and what to do. */
type Told = Telling & { ru: Telling };

/** What happened and what to do, for each code. `{at}`, `{expected}` and `{found}` are filled in. */
const TEXTS: Record<Finding['code'], Told> = {
  'bad-bundle': {
    message: 'release/bundle.json is not a bundle ({found}).',
    remedy:
      'The mirror serves something else in its place. Try another mirror, and tell the outlet.',
    ru: {
      message: 'release/bundle.json — не пакет выпуска ({found}).',
      remedy:
        'Зеркало отдаёт на этом месте что-то другое. Попробуйте другое зеркало и сообщите изданию.',
    },
  },
  'bad-metadata': {
    message: 'The signed file for {at} does not have the form it must have ({found}).',
    remedy: 'Try another mirror, and tell the outlet.',
    ru: {
      message: 'Подписанный файл {at} имеет не ту форму, что положена ({found}).',
      remedy: 'Попробуйте другое зеркало и сообщите изданию.',
    },
  },
  'bad-mirrors': {
    message: 'The list of mirrors does not have the form it must have ({found}).',
    remedy: 'Tell the outlet: it signed this.',
    ru: {
      message: 'Список зеркал имеет не ту форму, что положена ({found}).',
      remedy: 'Сообщите изданию: это подписало оно.',
    },
  },
  'bad-node': {
    message: 'A part of the hash tree does not have the form it must have ({found}).',
    remedy: 'Tell the outlet: it signed this.',
    ru: {
      message: 'Часть дерева хешей имеет не ту форму, что положена ({found}).',
      remedy: 'Сообщите изданию: это подписало оно.',
    },
  },
  'bad-path': {
    message: '“{at}” is not a path that a tree may hold.',
    remedy: 'Write it from the root of the site. Example: en/2026/11/22/slug.html',
    ru: {
      message: '«{at}» — не путь, который может быть в дереве.',
      remedy: 'Напишите его от корня сайта, например: en/2026/11/22/slug.html',
    },
  },
  'bad-release': {
    message: 'What the release says of itself does not hold: expected {expected}, found {found}.',
    remedy: 'Tell the outlet: it signed this. A release of a later version needs a later Tamizdat.',
    ru: {
      message: 'То, что выпуск говорит о себе, неверно: ожидалось {expected}, найдено {found}.',
      remedy:
        'Сообщите изданию: это подписало оно. Выпуску более новой версии нужна более новая программа Tamizdat.',
    },
  },
  'file-mismatch': {
    message: '{at} is not what the outlet signed: expected {expected}, found {found}.',
    remedy:
      'Do not trust this file. Compare it with another mirror, and tell the outlet which mirror it was. If a page of the host’s own stands there, the file is missing and the host answers 200 for it: the outlet publishes with --repair, and has the host answer 404 (docs/mirrors.md).',
    ru: {
      message: '{at} — не то, что подписало издание: ожидалось {expected}, найдено {found}.',
      remedy:
        'Не верьте этому файлу. Сравните его с другим зеркалом и сообщите изданию, какое это зеркало. Если на его месте страница самого хостинга, файла там нет, а хостинг отвечает 200: изданию надо опубликовать с --repair и добиться, чтобы хостинг отвечал 404 (docs/mirrors.md).',
    },
  },
  'hash-mismatch': {
    message:
      'The files of this release do not belong together: {at} should be {expected} and is {found}.',
    remedy: 'If the mirror is being updated, try again in some minutes. Otherwise tell the outlet.',
    ru: {
      message:
        'Файлы этого выпуска не подходят друг к другу: {at} должен быть {expected}, а на деле {found}.',
      remedy:
        'Если зеркало сейчас обновляется, попробуйте через несколько минут. Если нет, сообщите изданию.',
    },
  },
  missing: {
    message: '{at} is part of the release and is not there.',
    remedy: 'If the copy is being made, wait for its end. Otherwise copy it again, whole.',
    ru: {
      message: '{at} входит в выпуск, но его здесь нет.',
      remedy: 'Если копия ещё делается, дождитесь конца. Если нет, скопируйте её заново, целиком.',
    },
  },
  'node-mismatch': {
    message: 'A part of the hash tree was altered: {expected} was expected, {found} was served.',
    remedy: 'Do not trust this copy. Try another mirror, and tell the outlet which mirror it was.',
    ru: {
      message: 'Часть дерева хешей изменена: ожидалось {expected}, отдано {found}.',
      remedy:
        'Не верьте этой копии. Попробуйте другое зеркало и сообщите изданию, какое это зеркало.',
    },
  },
  'not-canonical': {
    message:
      '{at} is not the JSON that an outlet writes: altered, cut short, or another page in its place.',
    remedy: 'Try another mirror. A block page of your provider looks like this too.',
    ru: {
      message:
        '{at} — не тот JSON, который пишет издание: он изменён, обрезан или на его месте другая страница.',
      remedy:
        'Попробуйте другое зеркало. Так же выглядит и страница блокировки у вашего провайдера.',
    },
  },
  'not-in-tree': {
    message: '{at} is not part of this release.',
    remedy: 'Check the spelling. A page that a mirror shows at this address is not the outlet’s.',
    ru: {
      message: '{at} не входит в этот выпуск.',
      remedy:
        'Проверьте, верно ли написан путь. Страница, которую зеркало показывает по этому адресу, — не от издания.',
    },
  },
  'outside-tree': {
    message: '{at} is not part of the release.',
    remedy: 'Somebody else put it there. Delete it, or leave out --strict.',
    ru: {
      message: '{at} не входит в выпуск.',
      remedy: 'Его положил сюда кто-то другой. Удалите его или не указывайте --strict.',
    },
  },
  'path-collision': {
    message: '{at} and {found} are one name on some systems.',
    remedy: 'Tell the outlet: it signed this.',
    ru: {
      message: '{at} и {found} в некоторых системах — одно и то же имя.',
      remedy: 'Сообщите изданию: это подписало оно.',
    },
  },
  'piece-mismatch': {
    message: 'A piece of a file, from byte {at}, is not what was signed.',
    remedy: 'Fetch it from another mirror.',
    ru: {
      message: 'Кусок файла, начиная с байта {at}, — не тот, что подписан.',
      remedy: 'Возьмите его с другого зеркала.',
    },
  },
  rollback: {
    message:
      'This release is older than one that was seen before: {at} has number {found}, {expected} was seen.',
    remedy: 'The mirror is stale, or holds readers back on purpose. Take another one.',
    ru: {
      message:
        'Этот выпуск старше того, что видели раньше: у {at} номер {found}, а видели {expected}.',
      remedy: 'Зеркало отстало или нарочно удерживает читателей на старом. Возьмите другое.',
    },
  },
  'root-gap': {
    message: 'A root is missing: version {expected} was expected, {found} came.',
    remedy: 'Copy release/ again, whole: all roots have to stay.',
    ru: {
      message: 'Не хватает корня: ожидалась версия {expected}, пришла {found}.',
      remedy: 'Скопируйте release/ заново, целиком: все корни должны остаться.',
    },
  },
  stale: {
    message: '{at} is that of release {found}, and {expected} is the newest: old, and not false.',
    remedy:
      'Caches show what was there before for a minute after a publication: look again in a minute. If it stays so, the mirror holds readers back: tell the outlet.',
    ru: {
      message: '{at} — из выпуска {found}, а новейший — {expected}: файл старый, но не поддельный.',
      remedy:
        'Кеши ещё минуту после публикации показывают прежнее: проверьте снова через минуту. Если не изменится, зеркало удерживает читателей на старом: сообщите изданию.',
    },
  },
  threshold: {
    message: '{at} is not signed by the outlet: {found} valid signatures of {expected}.',
    remedy:
      'This is a forgery, another outlet’s copy, or signed with a key that was replaced. Do not trust it.',
    ru: {
      message: '{at} подписало не издание: верных подписей {found} из {expected}.',
      remedy:
        'Это подделка, копия другого издания или подписано заменённым ключом. Не верьте этому.',
    },
  },
  'too-large': {
    message: '{at} is larger than any such file may be ({expected} bytes).',
    remedy: 'The mirror serves something else in its place. Try another mirror.',
    ru: {
      message: '{at} больше, чем может быть такой файл (байтов: {expected}).',
      remedy: 'Зеркало отдаёт на этом месте что-то другое. Попробуйте другое зеркало.',
    },
  },
  'version-mismatch': {
    message: '{at} should have version {expected} and has {found}.',
    remedy: 'If the mirror is being updated, try again in some minutes. Otherwise tell the outlet.',
    ru: {
      message: '{at} должен быть версии {expected}, а на деле {found}.',
      remedy:
        'Если зеркало сейчас обновляется, попробуйте через несколько минут. Если нет, сообщите изданию.',
    },
  },
  'wrong-publisher': {
    message: 'This is the site of somebody else: fingerprint {found}, expected {expected}.',
    remedy: 'Compare the fingerprint with the places where the outlet publishes it.',
    ru: {
      message: 'Это чужой сайт: отпечаток {found}, а ожидался {expected}.',
      remedy: 'Сравните отпечаток с тем, что издание опубликовало в других местах.',
    },
  },
};

/** Feeds and their like hold the address of the mirror that they were put on (SPEC 8.2). */
const MOVED: InBoth = {
  en: 'Where only feeds, sitemaps, robots.txt and 404.html are named, the mirror may have been asked at another address than the one it was made for, such as the onion address of a copy with a name: ask at that one.',
  ru: 'Если названы только ленты, карты сайта, robots.txt и 404.html, зеркало могли спросить не по тому адресу, для которого оно сделано, например по onion-адресу копии с именем: спросите по тому.',
};

/**
 * Says in words what was found, and what to do, in both languages. What came from the source is shortened, and characters
 * that could change a terminal or the direction of text are made visible.
 */
export function explainFinding(finding: Finding): Told {
  const { ru, ...en } = TEXTS[finding.code];
  const isMoved = finding.code === 'file-mismatch' && isRebased(finding.at ?? '');
  const tell = ({ message, remedy }: Telling, moved: string, nothing: string): Telling => {
    const fill = (text: string): string =>
      text.replace(/\{(at|expected|found)\}/g, (_, name: 'at' | 'expected' | 'found') =>
        showValue(String(finding[name] ?? nothing)),
      );
    return { message: fill(message), remedy: fill(isMoved ? `${remedy} ${moved}` : remedy) };
  };
  return { ...tell(en, MOVED.en, 'nothing'), ru: tell(ru, MOVED.ru, 'ничего') };
}

/** Characters of a value that are shown. */
const SHOWN = 200;

function showValue(value: string): string {
  const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
  return shown.replace(
    /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (char) => {
      const code = char.codePointAt(0) ?? 0;
      return `\\u${code.toString(16).padStart(4, '0')}`;
    },
  );
}
