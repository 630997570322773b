import type { InBoth } from '@tamizdat/problem';
import type { Reason, ReasonCode } from './judge-mirror.ts';

/** What each reason means for readers, and what to do. `{}` is the detail. */
const TEXTS: Record<ReasonCode, InBoth> = {
  'proxy-refuses': {
    en: 'the proxy refuses to connect ({}): its quota, its password or its rules, so that nothing is known of the mirror; ask whoever runs the proxy, or look through another one',
    ru: 'прокси отказывается соединять ({}): дело в его квоте, пароле или правилах, и о зеркале ничего не известно; спросите того, кто держит прокси, или смотрите через другой',
  },
  'not-there': {
    en: 'no such host, or nothing listens there ({}): look at the domain and the server',
    ru: 'такого хоста нет, или там никто не отвечает ({}): проверьте домен и сервер',
  },
  'server-error': {
    en: 'the server answers with an error ({}): look at its log, or ask its host',
    ru: 'сервер отвечает ошибкой ({}): посмотрите его журнал или спросите хостинг',
  },
  busy: {
    en: 'it asks to be asked less often ({}): look again later',
    ru: 'просит спрашивать реже ({}): посмотрите позже',
  },
  'certificate-expired': {
    en: 'the certificate has expired: renew it',
    ru: 'срок сертификата вышел: обновите его',
  },
  'certificate-name': {
    en: 'the certificate is for the mirror’s domain, and not for this name: take one for “*.” and the domain, or for every name that is announced',
    ru: 'сертификат выдан домену зеркала, а не этому имени: возьмите сертификат на «*.» и домен или на каждое объявленное имя',
  },
  reset: {
    en: 'the connection was reset ({}): blocked on the way, or a broken host',
    ru: 'соединение сброшено ({}): блокировка по пути или неисправный хост',
  },
  silent: {
    en: 'no answer came ({}): blocked on the way, or a broken host',
    ru: 'ответа не было ({}): блокировка по пути или неисправный хост',
  },
  unreadable: {
    en: 'an answer came that programs cannot read ({}): its server, or something before it, packs or changes answers; look at its settings, or ask its host',
    ru: 'пришёл ответ, которого программы не могут прочитать ({}): сервер или что-то перед ним сжимает или меняет ответы; проверьте настройки или спросите хостинг',
  },
  'foreign-certificate': {
    en: 'the certificate is not one that browsers accept ({})',
    ru: 'такого сертификата браузеры не принимают ({})',
  },
  redirect: {
    en: 'it leads elsewhere ({}): a block page, or the domain is lost',
    ru: 'отправляет в другое место ({}): страница блокировки, или домен потерян',
  },
  refused: {
    en: 'access is refused ({}): blocked, or the host has suspended it',
    ru: 'доступ закрыт ({}): блокировка, или хостинг отключил сайт',
  },
  'block-page': {
    en: 'another page stands in the place of the release: a block page, or the host’s own',
    ru: 'на месте выпуска другая страница: блокировки или самого хостинга',
  },
  'no-release': {
    en: 'there is no release/bundle.json: nothing was published there, or it was deleted',
    ru: 'нет release/bundle.json: туда ничего не публиковали или его удалили',
  },
  freeze: {
    en: 'the connection freezes after {} bytes, as providers in Russia do to large hosts: add a smaller host',
    ru: 'соединение замирает после {} байтов, как это делают российские провайдеры с крупными хостингами: добавьте хостинг поменьше',
  },
  altered: {
    en: 'what it serves is not what the outlet signed: {} found. Look at one of them: if it is a page of the host’s own, the file is missing there and the host answers 200 for it: publish with --repair, and have the host answer 404 (docs/mirrors.md). If not, retire the mirror, and find out who altered it',
    ru: 'отдаёт не то, что подписало издание: найдено {}. Посмотрите на один такой файл: если это страница самого хостинга, файла там нет, а хостинг отвечает 200: опубликуйте с --repair и добейтесь, чтобы хостинг отвечал 404 (docs/mirrors.md). Если нет, снимите зеркало и выясните, кто его изменил',
  },
  'foreign-address': {
    en: '{} feeds or lists are as signed but for the address in them, which is neither this mirror’s nor one that the outlet named. Look into robots.txt: if the copy was made for that address, publish or pull with this mirror’s own; if you do not know it, somebody leads readers there: retire the mirror',
    ru: 'ленты или списки ({}) такие, как подписаны, но адрес в них — не этого зеркала и не тот, что называло издание. Загляните в robots.txt: если копию сделали для того адреса, опубликуйте или скопируйте её с адресом этого зеркала; если адрес вам незнаком, кто-то уводит туда читателей: снимите зеркало',
  },
  'strips-html': {
    en: 'leads pages on to addresses without “.html”: {}. People can read there, programs cannot verify it: turn that off at the host, or use another one (docs/mirrors.md)',
    ru: 'отправляет страницы на адреса без “.html”: {}. Люди там читать могут, а программы проверить не могут: отключите это на хостинге или возьмите другой (docs/mirrors.md)',
  },
  'pages-lead-away': {
    en: 'files that lead elsewhere, such as to a block page or a login: {}. The release itself is genuine',
    ru: 'файлы, которые отправляют в другое место, например на страницу блокировки или входа: {}. Сам выпуск подлинный',
  },
  'pages-refused': {
    en: 'files to which access is refused: {}. Blocked by address, or a store that answers so for what it does not have',
    ru: 'файлы, к которым закрыт доступ: {}. Блокировка по адресам или хранилище, которое так отвечает на то, чего у него нет',
  },
  'pages-fail': {
    en: 'files for which the server fails or is too busy: {}. Look again later',
    ru: 'файлы, на которых сервер даёт сбой или перегружен: {}. Посмотрите позже',
  },
  incomplete: {
    en: '{} files of the release are missing: publish again',
    ru: 'файлов выпуска не хватает: {}. Опубликуйте ещё раз',
  },
  'old-files': {
    en: '{} files are still those of an earlier release, as caches show them for a minute: look again in a minute',
    ru: 'файлы ещё от прежнего выпуска: {}; кеши показывают их около минуты: посмотрите снова через минуту',
  },
  behind: {
    en: 'its release is behind by {}: publish again',
    ru: 'выпуск отстаёт на {}: опубликуйте ещё раз',
  },
  expired: {
    en: 'the signature has expired ({}): refresh, or the mirror is frozen in time',
    ru: 'срок подписи вышел ({}): подпишите заново (tamizdat refresh), или зеркало нарочно держат на старом',
  },
  unfinished: {
    en: 'the verification could not be ended: look again',
    ru: 'проверку не удалось закончить: посмотрите ещё раз',
  },
  'names-lacking': {
    en: 'a name that was made up cannot be reached ({}): the DNS or the server knows the announced names alone, so that no further one can be given out. Add a record for “*” and a server for every name',
    ru: 'придуманное имя не открывается ({}): DNS или сервер знает только объявленные имена, и новых не выдать. Добавьте запись «*» и сервер для любого имени',
  },
  'names-uncertified': {
    en: 'a name that was made up is not certified ({}): readers who get a further name see a warning. Take a certificate for “*.” and the domain',
    ru: 'на придуманное имя нет сертификата ({}): читатели, получившие новое имя, увидят предупреждение. Возьмите сертификат на «*.» и домен',
  },
  'no-cors': {
    en: 'no Access-Control-Allow-Origin, so that readers’ programs cannot use it: have it sent, or write “worker: false”',
    ru: 'нет Access-Control-Allow-Origin, и программы читателей не могут им пользоваться: сделайте, чтобы он отправлялся, или напишите “worker: false”',
  },
  'soft-404': {
    en: 'answers {} where there is nothing, and not 404: set that right, or write “worker: false”',
    ru: 'на то, чего нет, отвечает {}, а не 404: исправьте или напишите “worker: false”',
  },
  'wrong-types': {
    en: '{} files come with another content type than was signed',
    ru: 'файлы приходят не с тем типом, что подписан: {}',
  },
  'feeds-elsewhere': {
    en: '{} feeds or lists point at another address than this mirror’s: publish or pull with its own',
    ru: 'ленты или списки ведут не на адрес этого зеркала: {}. Опубликуйте или скопируйте с его адресом',
  },
  'certificate-ends': {
    en: 'the certificate ends in {} days: renew it',
    ru: 'до конца сертификата дней: {}; обновите его',
  },
  'clock-behind': {
    en: 'whether it is the newest cannot be said: the clock of this machine is behind',
    ru: 'новейший ли выпуск, не узнать: часы этой машины отстают',
  },
  slow: { en: 'the first byte took {} ms', ru: 'первый байт пришёл через {} мс' },
  'connection-closed': {
    en: 'closes the connection before 48 KB have come',
    ru: 'закрывает соединение раньше, чем придут 48 КБ',
  },
};

/** Says in words why a mirror is in its state. Never names a host. */
export function explainReason({ code, detail = '' }: Reason): InBoth {
  const { en, ru } = TEXTS[code];
  return { en: en.replace('{}', () => detail), ru: ru.replace('{}', () => detail) };
}
