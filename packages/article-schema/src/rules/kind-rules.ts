import type { FieldPath, Finding } from '@tamizdat/problem';
import type { ArticleRule } from './rule.ts';

/** A republished article names its original; no other kind does. */
export const originalRule: ArticleRule = ({ kind }, { has }) => {
  if (kind === 'republished' && !has('original')) {
    return [
      {
        code: 'original-missing',
        path: ['original'],
        message: 'The article is republished, but does not say from where.',
        why: 'Readers and the first publisher must see where it was first published and who allowed its reuse.',
        remedy: 'Say where it was first published and who allowed its reuse.',
        ru: {
          message: 'Это перепечатка, но не сказано откуда.',
          why: 'Читатели и первый издатель должны видеть, где материал вышел впервые и кто разрешил перепечатку.',
          remedy: 'Скажите, где материал вышел впервые и кто разрешил перепечатку.',
          example:
            'original:\n  publisher: Портовая газета\n  url: https://example.org/story\n  licence: С разрешения редакции',
        },
        example:
          'original:\n  publisher: The Harbour Gazette\n  url: https://example.org/story\n  licence: CC BY-ND 4.0',
      },
    ];
  }
  if (kind === undefined || kind === 'republished' || !has('original')) return [];
  return [
    {
      code: 'original-not-republished',
      path: ['original'],
      at: 'key',
      message: `The article has an original, but its kind is “${kind}”.`,
      remedy: 'Write “kind: republished”, or remove “original”.',
      ru: {
        message: `У статьи указан оригинал, но её жанр — «${kind}».`,
        remedy: 'Напишите «kind: republished» или уберите «original».',
      },
      example: 'kind: republished',
    },
  ];
};

/** A link says whose piece it points to; no other kind does. */
export const linkRule: ArticleRule = ({ kind }, { has }) => {
  if (kind === 'link' && !has('linkTo')) {
    return [
      {
        code: 'link-to-missing',
        path: ['linkTo'],
        message: 'The article is a link, but does not say to what.',
        remedy: 'Say whose piece it is and where it is read.',
        ru: {
          message: 'Это ссылка, но не сказано на что.',
          remedy: 'Скажите, чей это материал и где его читать.',
          example: 'linkTo:\n  publisher: Портовая газета\n  url: https://example.org/story',
        },
        example: 'linkTo:\n  publisher: The Harbour Gazette\n  url: https://example.org/story',
      },
    ];
  }
  if (kind === undefined || kind === 'link' || !has('linkTo')) return [];
  return [
    {
      code: 'link-to-not-link',
      path: ['linkTo'],
      at: 'key',
      message: `The article points to a piece elsewhere, but its kind is “${kind}”.`,
      remedy: 'Write “kind: link”, or remove “linkTo” and put the link into the text.',
      ru: {
        message: `У статьи указан материал на другом сайте, но её жанр — «${kind}».`,
        remedy: 'Напишите «kind: link» или уберите «linkTo» и поставьте ссылку в текст.',
      },
      example: 'kind: link',
    },
  ];
};

/** Live entries belong to live articles, each under an id of its own. */
export const liveRule: ArticleRule = ({ kind, live, status }, { has }) => {
  if (kind === 'live' && !has('live')) return [noEntries('live-missing', ['live'])];
  if (kind === 'live' && live?.entries.length === 0 && status !== undefined && status !== 'draft') {
    return [noEntries('live-empty', ['live', 'entries'])];
  }
  if (kind === undefined || kind === 'live' || !has('live')) return [];
  return [
    {
      code: 'live-not-live',
      path: ['live'],
      at: 'key',
      message: `The article has live entries, but its kind is “${kind}”.`,
      remedy: 'Write “kind: live”, or remove “live”.',
      ru: {
        message: `У статьи есть записи онлайна, но её жанр — «${kind}».`,
        remedy: 'Напишите «kind: live» или уберите «live».',
      },
      example: 'kind: live',
    },
  ];
};

const noEntries = (code: string, path: FieldPath): Finding => ({
  code,
  path,
  message: 'The article’s kind is “live”, but it has no entries.',
  remedy:
    code === 'live-empty'
      ? 'Add an entry, or leave the article a draft until there is one.'
      : 'Add “live” with a list of entries, or choose another kind.',
  ru: {
    message: 'Жанр статьи — «live», но в ней нет записей.',
    remedy:
      code === 'live-empty'
        ? 'Добавьте запись или оставьте статью черновиком, пока записей нет.'
        : 'Добавьте «live» со списком записей или выберите другой жанр.',
    example:
      'live:\n  entries:\n    - id: polls-open\n      at: 2026-11-22T09:30:00+02:00\n      title: Участки открылись\n      body: Двери открыли в восемь.',
  },
  example:
    'live:\n  entries:\n    - id: polls-open\n      at: 2026-11-22T09:30:00+02:00\n      title: Polls open\n      body: Doors opened at eight.',
});

/** A newsletter pick comes with its words. */
export const newsletterRule: ArticleRule = ({ newsletter }) => {
  if (newsletter?.pick !== true || newsletter.blurb !== undefined) return [];
  return [
    {
      code: 'newsletter-blurb-missing',
      path: ['newsletter', 'blurb'],
      message: 'The article is picked for the newsletter, but has no blurb.',
      remedy: 'Write a sentence or two for the newsletter, or write “pick: false”.',
      ru: {
        message: 'Статья выбрана для рассылки, но слов для рассылки нет.',
        remedy: 'Напишите одно-два предложения для рассылки или «pick: false».',
        example: 'blurb: Как портовый город прожил три зимы без электросети.',
      },
      example: 'blurb: How a port town outlived three winters without the grid.',
    },
  ];
};
