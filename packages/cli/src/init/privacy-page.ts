/** What the kit can say for every outlet of what is known of readers, by language; the rest is the outlet's to say. */
const PAGES: Readonly<Record<string, string>> = {
  en: `title: What we know about you
standfirst: What this site keeps, what mirrors see, and what stays on your device.
---

## This site

Its pages set no cookies, count nobody and load nothing from other servers. Reading needs no script; those that there are work inside your browser.

## Mirrors

The same pages stand at other addresses, often on servers of other people. Whoever runs a mirror sees your IP address, when you came and which pages you asked for, as with any site. They cannot alter an article without its being found out.

Where nobody may learn that you read us, use Tor Browser.

## Your provider

Your provider sees the name of the site, the time, and how much data came, but not which article you read.

## Your device

Whoever looks through your phone can see that you were here: the browser’s history shows it, and so do pages that you saved. A private window leaves no history.
`,
  ru: `title: Что мы знаем о вас
standfirst: Что хранит этот сайт, что видят зеркала и что остаётся на вашем устройстве.
---

## Этот сайт

Страницы не ставят куки, никого не считают и ничего не загружают с чужих серверов. Для чтения скрипты не нужны, а те, что есть, работают внутри вашего браузера.

## Зеркала

Те же страницы открываются и по другим адресам, часто на серверах других людей. Хозяин зеркала видит ваш IP-адрес, когда вы заходили и какие страницы запросили, как на любом сайте. Незаметно изменить статью он не может.

Если важно, чтобы никто не видел, что вы нас читаете, возьмите Tor Browser.

## Ваш провайдер

Провайдер видит имя сайта, время и объём данных, но не то, какую статью вы читали.

## Ваше устройство

Кто просмотрит ваш телефон, увидит, что вы здесь были: это видно по истории браузера и по сохранённым страницам. Приватное окно истории не оставляет.
`,
};

/** Slug of the page, as `footer` names it. */
export const PRIVACY = 'privacy';

/**
 * The page about privacy that a new outlet begins with.
 * @param note Stands in it where the kit does not speak the language, and the page is in English yet.
 */
export function buildPrivacyPage(lang: string, note: string): string {
  const page = PAGES[lang];
  return page === undefined ? `---\n# ${note}\n${PAGES['en'] ?? ''}` : `---\n${page}`;
}
