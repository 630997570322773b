import path from 'node:path';
import { formatFingerprint } from '@tamizdat/release';
import { say } from '../language/say.ts';

/** What a new outlet is, as far as what comes next depends on it. */
export interface Made {
  content: string;
  keys: string;
  fingerprint: string;
  sheets: readonly string[];
  /** Languages whose words are English yet. */
  untranslated: readonly string[];
  /** Where the content is that stood there before. */
  former?: string;
  fingerprintAt: string;
  /** What a forge shows, where it was written: by path below the repository. */
  forge: readonly string[];
}

/** One page: what was made, and what to do next, in the order in which it comes. */
export function describeNext(made: Made): string {
  const keys = shown(made.keys);
  const { content, fingerprint, sheets, untranslated, former } = made;
  const steps = [
    ...(sheets.length > 0 ? [say(SHEETS(shown(path.dirname(sheets[0] ?? ''))))] : []),
    say(APART(keys)),
    ...(untranslated.length > 0
      ? [say(WORDS(untranslated.join(', '))), ...(made.forge.length > 0 ? [say(FORGE)] : [])]
      : []),
    say(made.fingerprintAt === '' ? SHOW : SHOW_AT(made.fingerprintAt)),
    say(PAGES),
    say(ARTICLE),
    say(LOOK),
    say(MIRRORS),
    say(SHIP(keys)),
    say(LATER),
  ];
  return [
    say({
      en: `The outlet stands in ${shown(content)}, its keys in ${keys}.`,
      ru: `Издание — в ${shown(content)}, его ключи — в ${keys}.`,
    }),
    ...(former === undefined
      ? []
      : [
          say({
            en: `The sample was moved to ${shown(former)}; delete it when you like.`,
            ru: `Образец перенесён в ${shown(former)}; удалите его, когда захотите.`,
          }),
        ]),
    say({
      en: `Fingerprint: ${formatFingerprint(fingerprint)}`,
      ru: `Отпечаток: ${formatFingerprint(fingerprint)}`,
    }),
    '',
    say({
      en: 'What comes next, in this order; before each command stands “npx”:',
      ru: 'Что дальше, по порядку; перед каждой командой пишут «npx»:',
    }),
    ...steps.map((step, at) => `${String(at + 1).padStart(2)}. ${step}`),
    '',
  ].join('\n');
}

const shown = (place: string): string => path.relative('', place) || place;

const SHEETS = (folder: string) => ({
  en: `Print the sheets in ${folder} now, one for each root key, on a printer that keeps no copies. Put each away with another person, then delete the folder. They cannot be made again.`,
  ru: `Сейчас же напечатайте листы из ${folder}, по одному на корневой ключ, на принтере без памяти. Раздайте их разным людям на хранение и удалите папку. Сделать их ещё раз нельзя.`,
});
const APART = (keys: string) => ({
  en: `Keep ${keys} out of the repository and out of backups that others read. The root keys in it are needed once in two years: move them to a disk that lies elsewhere.`,
  ru: `Держите ${keys} вне репозитория и вне резервных копий, которые читают другие. Корневые ключи оттуда нужны раз в два года: перенесите их на диск, который лежит в другом месте.`,
});
const WORDS = (languages: string) => ({
  en: `Translate the kit’s words, about an hour for each file: content/words (${languages}), and privacy.md in content/pages. Until then buttons and notices are in English, and “tamizdat check” says so.`,
  ru: `Переведите слова набора, около часа на файл: content/words (${languages}), и privacy.md в content/pages. До тех пор кнопки и уведомления по-английски, и «tamizdat check» об этом говорит.`,
});
const FORGE = {
  en: 'Then write anew what a forge shows to those who send something in (.github), in English yet: tamizdat forge.',
  ru: 'Потом запишите заново то, что площадка показывает приславшим правку или тему (.github), пока по-английски: tamizdat forge.',
};
const SHOW = {
  en: 'Publish the fingerprint where others cannot alter it, and list the places in content/outlet.yaml (fingerprintAt).',
  ru: 'Опубликуйте отпечаток там, где другие не смогут его изменить, и перечислите эти места в content/outlet.yaml (fingerprintAt).',
};
const SHOW_AT = (address: string) => ({
  en: `Publish the fingerprint at ${address}.`,
  ru: `Опубликуйте отпечаток на ${address}.`,
});
const PAGES = {
  en: 'Write who you are and how to reach you: content/pages/<language>/about.md and contact.md; name them in outlet.yaml (footer, contact). In privacy.md stands what holds for every outlet: add what your servers log, who gets letters and donations.',
  ru: 'Напишите, кто вы и как с вами связаться: content/pages/<язык>/about.md и contact.md; назовите их в outlet.yaml (footer, contact). В privacy.md уже есть то, что верно для любого издания: добавьте, что записывают ваши серверы и кто видит письма и пожертвования.',
};
const ARTICLE = {
  en: 'Write the first article: tamizdat new article, then tamizdat ready <article>.',
  ru: 'Напишите первую статью: tamizdat new article, потом tamizdat ready <статья>.',
};
const LOOK = {
  en: 'Look at it: tamizdat check, tamizdat build, tamizdat serve. Commit content/ and .github/.',
  ru: 'Посмотрите: tamizdat check, tamizdat build, tamizdat serve. Сделайте коммит content/ и .github/.',
};
const MIRRORS = {
  en: 'List the mirrors in content/mirrors.yaml: the first may be a folder that a web server serves (docs/mirrors.md).',
  ru: 'Запишите зеркала в content/mirrors.yaml: первым может быть папка, которую раздаёт веб-сервер (docs/mirrors.md).',
};
const SHIP = (keys: string) => ({
  en: `Build, sign, publish and look at the mirrors: tamizdat ship --keys ${keys}. With --create, the first time, it makes a mirror’s folder that is not there.`,
  ru: `Соберите, подпишите, опубликуйте и посмотрите на зеркала: tamizdat ship --keys ${keys}. В первый раз, с --create, он создаст папку зеркала, если её нет.`,
});
const LATER = {
  en: 'What is still missing, at any time: tamizdat doctor. Each day after, and by a timer: docs/your-outlet.md. Ways to support you: the field “support” in outlet.yaml and an appeal in content/appeals.',
  ru: 'Чего ещё не хватает, в любой момент: tamizdat doctor. Что делать каждый день и по таймеру: docs/your-outlet.ru.md. Как вас поддержать: поле «support» в outlet.yaml и обращение в content/appeals.',
};
