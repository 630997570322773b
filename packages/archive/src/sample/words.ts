import { type FieldPath, type Finding } from '@tamizdat/problem';

const REMEDY = {
  en: 'Put your own in its place, or take it out. “tamizdat init” makes a content folder that holds nothing of the sample.',
  ru: 'Поставьте на это место своё или уберите. «tamizdat init» делает папку content, в которой от образца нет ничего.',
};

/** What is told of something that is the sample’s. */
export const FOUND = {
  article: {
    code: 'sample-article',
    message: 'This article is one of the sample’s.',
    why: 'It is invented, and readers would take it for yours.',
    remedy:
      'Delete its folder; for an article of your own that began as a copy of it: a new id (“tamizdat id”) and a title of its own.',
    ru: {
      message: 'Эта статья — из образца.',
      why: 'Она выдумана, а читатели приняли бы её за вашу.',
      remedy:
        'Удалите её папку; если это ваша статья, начатая с её копии, дайте ей новый id («tamizdat id») и свой заголовок.',
    },
  },
  file: {
    code: 'sample-file',
    message: 'This file is the sample’s, byte for byte.',
    why: 'A mark, a portrait or a picture of the sample would stand for yours.',
    remedy: REMEDY.en,
    ru: {
      message: 'Этот файл — из образца, байт в байт.',
      why: 'Знак, портрет или картинка образца выдавали бы себя за ваши.',
      remedy: REMEDY.ru,
    },
  },
  mark: {
    code: 'sample-address',
    message: 'An address or an account of the sample stands in this text.',
    why: 'Nobody answers there, and money that is sent there is lost.',
    remedy: REMEDY.en,
    ru: {
      message: 'В этом тексте стоит адрес или счёт образца.',
      why: 'Там никто не ответит, а деньги, которые туда пошлют, пропадут.',
      remedy: REMEDY.ru,
    },
  },
} as const satisfies Record<string, Omit<Finding, 'path'>>;

/** A setting that is the sample’s. */
export const foundSetting = (path: FieldPath, value: string): Finding => ({
  code: 'sample-setting',
  path,
  found: value.length > FOUND_LONGEST ? `${value.slice(0, FOUND_LONGEST)}…` : value,
  message: 'This is the sample’s, and this outlet is not the sample.',
  why: 'Readers would write, pay or go to an outlet that does not exist; what is sent to its accounts is lost.',
  remedy: REMEDY.en,
  ru: {
    message: 'Это из образца, а это издание — не образец.',
    why: 'Читатели писали бы, платили и шли бы в издание, которого нет; деньги, посланные на его счета, пропадут.',
    remedy: REMEDY.ru,
  },
});

/** Characters of a value that are shown. */
const FOUND_LONGEST = 60;

/** A text of which some sentences are the sample’s. */
export const foundText = (left: number, all: number, isMost: boolean): Finding => ({
  code: isMost ? 'sample-text' : 'sample-sentence',
  severity: isMost ? 'error' : 'warning',
  path: [],
  message: `Sentences of the sample stand in this text: ${left} of ${all}, the first here.`,
  why: 'It promises in your name what an invented newsroom promised.',
  remedy: 'Write it in your own words, or delete the file.',
  ru: {
    message: `В этом тексте стоят фразы образца: ${left} из ${all}, первая — здесь.`,
    why: 'Текст обещает от вашего имени то, что обещала выдуманная редакция.',
    remedy: 'Напишите своими словами или удалите файл.',
  },
});
