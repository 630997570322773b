import { recordingExtension } from '@tamizdat/recordings/names';
import type { HtmlFact, ImageFact, LinkFact, Point, UndefinedLinkFact } from '@tamizdat/body';
import { countCharacters, shorten } from '../characters/count.ts';
import * as limits from '../limits.ts';
import { linkOf, turnLink } from './mend-link.ts';
import { misleadingNotes, mixedHostNotes } from './misleading-link.ts';
import { ownAddress, pathAtOrigin } from '../rules/own-address.ts';
import { countInRussian } from '../explain/russian-number.ts';
import type { Finding, InBoth } from '@tamizdat/problem';

/** A problem of the text, at a point of the Markdown. */
export type TextNote = Omit<Finding, 'path' | 'at'> & { at: Point };

const SCRIPT_SCHEME = /^\s*(javascript|data|vbscript)\s*:/i;

/** Raw HTML that is not allowed. */
export function htmlNote({ tag, reason, at }: HtmlFact): TextNote {
  const script = tag === 'script' || /\bscript\b/.test(reason.en);
  return {
    code: script ? 'text-script' : 'text-html',
    at,
    found: tag.startsWith('!') ? '<!' : `<${tag}>`,
    message:
      tag === 'script'
        ? 'There is a <script> in the text.'
        : `${script ? 'This HTML runs a script' : 'This HTML cannot stand in a text'}: ${reason.en}.`,
    ...(script ? { why: 'A script could send readers’ addresses to anyone.' } : {}),
    remedy: 'Remove it, or say it in Markdown.',
    ru: {
      message:
        tag === 'script'
          ? 'В тексте стоит <script>.'
          : `${script ? 'Этот HTML запускает скрипт' : 'Такого HTML в тексте быть не может'}: ${reason.ru}.`,
      ...(script ? { why: 'Скрипт мог бы сообщить кому угодно адреса читателей.' } : {}),
      remedy: 'Уберите его или скажите то же в Markdown.',
    },
  };
}

/** What is wrong with a link. */
export function linkNotes(link: LinkFact, origin?: string): TextNote[] {
  if (link.unused !== undefined)
    return [unusedDefinition(link.unused, link.at), ...scriptNotes(link)];
  return [
    ...(link.empty ? [emptyLink(link)] : []),
    ...targetNotes(link, origin),
    ...misleadingNotes(link),
    ...mixedHostNotes(link),
  ];
}

const unusedDefinition = (written: string, at: Point): TextNote => ({
  code: 'text-definition-unused',
  severity: 'warning',
  at,
  found: shorten(written),
  message:
    'This line is not printed: it says where a link leads, and no link in the text has its name.',
  why: 'Readers would miss what stands here.',
  remedy: 'Put “\\” before the bracket, if the line is to be read as it stands; else remove it.',
  example: `\\${shorten(written)}`,
  ru: {
    message:
      'Эту строку не напечатают: она говорит, куда ведёт ссылка, а ссылки с таким именем в тексте нет.',
    why: 'Читатели не увидят того, что здесь написано.',
    remedy: 'Если строку должны прочесть как есть, поставьте перед скобкой «\\», иначе уберите её.',
  },
});

const emptyLink = ({ url, at }: LinkFact): TextNote => ({
  code: 'text-link-empty',
  at,
  found: shorten(url),
  message: `The link to “${shorten(url)}” has no text.`,
  why: 'Nobody sees it, and a screen reader has nothing to read out.',
  remedy: 'Write between the square brackets what it leads to, or remove it.',
  ru: {
    message: `У ссылки на «${shorten(url)}» нет текста.`,
    why: 'Её никто не увидит, а экранному диктору нечего прочесть.',
    remedy: 'Напишите в квадратных скобках, куда она ведёт, или уберите её.',
    example: `[отчёт](${shorten(url)})`,
  },
  example: `[the report](${shorten(url)})`,
});

/** A link by a name that nothing defines. */
export const undefinedLink = ({ written, at }: UndefinedLinkFact): TextNote => ({
  code: 'text-link-undefined',
  severity: 'warning',
  at,
  found: shorten(written),
  message: `“${shorten(written)}” is no link, because no line gives its address: it is printed as it stands.`,
  remedy: 'Write the address in round brackets, or add a line “[name]: address” below the text.',
  ru: {
    message: `«${shorten(written)}» не станет ссылкой: нигде не указан её адрес. Это напечатают как есть.`,
    remedy: 'Напишите адрес в круглых скобках или добавьте под текстом строку «[имя]: адрес».',
    example: '[отчёт](https://example.org/report)',
  },
  example: '[the report](https://example.org/report)',
});

/** An address without its scheme: “www.example.org”, “example.org/report”. */
const HOST = /^(?:www\.[^\s/]|[^\s/#?]{1,250}\.[a-z]{2,24}\/)/i;

function scriptNotes({ url, at }: Pick<LinkFact, 'url' | 'at'>): TextNote[] {
  const scheme = SCRIPT_SCHEME.exec(url)?.[1]?.toLowerCase();
  return scheme === undefined ? [] : [scriptLink(scheme, shorten(url), at)];
}

function targetNotes({ url, text, refused, at }: LinkFact, origin?: string): TextNote[] {
  const found = shorten(url);
  const scripts = scriptNotes({ url, at });
  if (scripts.length > 0) return scripts;
  if (refused !== undefined) {
    // As chats write them: “<https://example.org|words>”.
    const piped = text.includes('|') ? turnLink(`<${text}>`) : undefined;
    return [
      {
        code: 'text-link-refused',
        at,
        found,
        message: `The link “${found}” cannot be followed: ${refused.en}.`,
        remedy: 'Write a whole https address, or an address from the site’s root.',
        ru: {
          message: `По ссылке «${found}» не перейти: ${refused.ru}.`,
          remedy: 'Напишите полный https-адрес или адрес от корня сайта.',
          example: piped ?? '[отчёт](https://example.org/report)',
        },
        example: piped ?? '[the report](https://example.org/report)',
      },
    ];
  }
  const own = pathAtOrigin(url, origin);
  if (own !== undefined) return [originLink(url, own, at)];
  if (/^(?:[a-z][a-z0-9+.-]*:|[/#])/i.test(url)) return [];
  // Words and address have changed places, or the scheme is missing.
  const turned = /^https?:\/\//i.test(text)
    ? linkOf(false, url, text)
    : HOST.test(url)
      ? linkOf(false, text, `https://${url}`)
      : undefined;
  return [
    {
      code: 'text-link-relative',
      at,
      found,
      message: `The link “${shorten(text, 40)}” begins neither with https:// nor with “/”.`,
      why: 'Where it leads depends on the page it is read on.',
      remedy: 'Write a whole https address, or the address from the site’s root.',
      ru: {
        message: `Ссылка «${shorten(text, 40)}» не начинается ни с https://, ни с «/».`,
        why: 'Куда она приведёт, зависит от страницы, на которой её читают.',
        remedy: 'Напишите полный https-адрес или адрес от корня сайта.',
        example: turned ?? '[первая часть](/ru/2026/11/22/ogni-porta.html)',
      },
      example: turned ?? '[the first part](/en/2026/11/22/harbour-lights.html)',
    },
  ];
}

const scriptLink = (scheme: string, found: string, at: Point): TextNote => ({
  code: 'text-script',
  at,
  found,
  message: `The link is a “${scheme}:” address, which can run a script.`,
  why: 'A script could send readers’ addresses to anyone.',
  remedy: 'Write a whole https address.',
  ru: {
    message: `Ссылка — адрес «${scheme}:», который может запустить скрипт.`,
    why: 'Скрипт мог бы сообщить кому угодно адреса читателей.',
    remedy: 'Напишите полный https-адрес.',
    example: '[отчёт](https://example.org/report)',
  },
  example: '[the report](https://example.org/report)',
});

const originLink = (url: string, own: string, at: Point): TextNote => ({
  ...ownAddress(own),
  at,
  found: shorten(url),
  example: `[…](${own})`,
});

/** What is wrong with an image of the text, its file apart. */
export function imageNotes({ file, alt, refused, at }: ImageFact): TextNote[] {
  if (refused !== undefined) {
    return [
      {
        code: 'text-image-refused',
        at,
        found: shorten(file),
        message: `The image “${shorten(file)}” cannot be shown: ${refused.en}.`,
        why: 'Pages ask no other site for anything: whoever runs it would learn who reads what.',
        remedy: 'Put the image into the article’s folder and write its name.',
        ru: {
          message: `Картинку «${shorten(file)}» не показать: ${refused.ru}.`,
          why: 'Страницы ничего не запрашивают у других сайтов: их владельцы узнали бы, кто что читает.',
          remedy: 'Положите картинку в папку статьи и напишите имя файла.',
          example: '![Портовый кран ночью, подсвеченный снизу](harbour.jpg)',
        },
        example: '![A crane lit from below at night](harbour.jpg)',
      },
    ];
  }
  const length = countCharacters(alt.trim());
  if (length === 0) return [imageAlt('text-image-alt-missing', NO_ALT, file, at)];
  if (length < limits.ALT_MIN) return [imageAlt('text-image-alt-too-short', SHORT_ALT, file, at)];
  if (length <= limits.ALT_MAX) return [];
  return [imageAlt('text-image-alt-too-long', longAlt(length), file, at)];
}

const NO_ALT: InBoth = { en: 'has no description', ru: 'нет описания' };
const SHORT_ALT: InBoth = {
  en: 'has too short a description',
  ru: 'слишком короткое описание',
};
const longAlt = (length: number): InBoth => ({
  en: `has a description of ${length} characters; at most ${limits.ALT_MAX} fit`,
  ru: `описание из ${countInRussian(length, ['символа', 'символов', 'символов'])}, а помещается не больше ${limits.ALT_MAX}`,
});

/** The Russian noun stands after “у”. */
const RECORDING_ALT = {
  noun: { en: 'recording', ru: 'записи' },
  shows: { en: 'is to be heard or seen', ru: 'слышно или видно' },
  why: {
    en: 'It is the player’s name: screen readers read it out.',
    ru: 'Это имя проигрывателя: его читает вслух экранный диктор.',
  },
  example: { en: 'The ferry’s horn, three times', ru: 'Три гудка парома' },
};

const IMAGE_ALT = {
  noun: { en: 'image', ru: 'картинки' },
  shows: { en: 'the image shows', ru: 'на картинке' },
  why: {
    en: 'Screen readers read it out, and it stands where the image does not load.',
    ru: 'Его читает вслух экранный диктор, и оно видно, когда картинка не загрузилась.',
  },
  example: {
    en: 'A crane lit from below at night',
    ru: 'Портовый кран ночью, подсвеченный снизу',
  },
};

function imageAlt(code: string, what: InBoth, file: string, at: Point): TextNote {
  const isRecording = recordingExtension(file) !== undefined;
  const { noun, shows, why, example } = isRecording ? RECORDING_ALT : IMAGE_ALT;
  return {
    code,
    at,
    found: shorten(file),
    message: `The ${noun.en} “${shorten(file)}” ${what.en}.`,
    why: why.en,
    remedy: `Say in the square brackets what ${shows.en}, in ${limits.ALT_MIN} to ${limits.ALT_MAX} characters.`,
    example: `![${example.en}](${shorten(file)})`,
    ru: {
      message: `У ${noun.ru} «${shorten(file)}» ${what.ru}.`,
      why: why.ru,
      remedy: `Скажите в квадратных скобках, что ${shows.ru}; от ${limits.ALT_MIN} до ${limits.ALT_MAX} символов.`,
      example: `![${example.ru}](${shorten(file)})`,
    },
  };
}
