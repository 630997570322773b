import type { ArticleRule } from './rule.ts';

/** A withdrawn article says why. */
export const withdrawnRule: ArticleRule = ({ status }, { has }) => {
  if (status !== 'withdrawn' || has('editorsNote')) return [];
  return [
    {
      code: 'editors-note-missing',
      path: ['editorsNote'],
      message: 'The article is withdrawn, but has no editor’s note.',
      why: 'The note is all that is left on the page: readers must learn why.',
      remedy: 'Write an editor’s note.',
      ru: {
        message: 'Статья отозвана, но примечания редакции нет.',
        why: 'От страницы останется только примечание: читатели должны узнать, почему её отозвали.',
        remedy: 'Напишите примечание редакции.',
        example: 'editorsNote: Статья отозвана, её главный источник отказался от своих слов.',
      },
      example:
        'editorsNote: This article has been withdrawn because its main source took back the statement.',
    },
  ];
};

/** A date without a note would be lost. */
export const noteAtRule: ArticleRule = ({ editorsNoteAt }, { has }) => {
  if (editorsNoteAt === undefined || has('editorsNote')) return [];
  return [
    {
      code: 'editors-note-at-alone',
      path: ['editorsNoteAt'],
      found: editorsNoteAt,
      message: 'There is a time for an editor’s note, but no note.',
      remedy: 'Write the note, or take the line out.',
      ru: {
        message: 'Есть время примечания редакции, но нет самого примечания.',
        remedy: 'Напишите примечание или уберите строку.',
        example: 'editorsNote: С тех пор цифры в этой статье пересмотрены.',
      },
      example: 'editorsNote: The figures of this article have since been revised.',
    },
  ];
};

/** A withdrawal is dated: its notice says when, on its page and in feeds. */
export const withdrawnAtRule: ArticleRule = ({ status }, { has }) => {
  if (status !== 'withdrawn' || has('updatedAt')) return [];
  return [
    {
      code: 'updated-at-missing',
      path: ['updatedAt'],
      message: 'The article is withdrawn, but “updatedAt” does not say when.',
      why: 'The notice on its page and in feeds gives the date of the withdrawal.',
      remedy: 'Add “updatedAt” with the date, time and time zone of the withdrawal.',
      ru: {
        message: 'Статья отозвана, но в «updatedAt» не сказано когда.',
        why: 'Уведомление на её странице и в лентах называет дату отзыва.',
        remedy: 'Добавьте «updatedAt» с датой, временем и часовым поясом отзыва.',
      },
      example: 'updatedAt: 2026-11-22T14:05:00+02:00',
    },
  ];
};

/** Removing from the site is not removing from the world. */
export const removedRule: ArticleRule = ({ status }) => {
  if (status !== 'removed') return [];
  return [
    {
      code: 'status-removed',
      severity: 'warning',
      path: ['status'],
      found: 'removed',
      message: 'The article is removed from the site and its mirrors with the next release.',
      why: 'Its text stays in git’s history and in copies that others made.',
      remedy:
        'Where someone is in danger, also have the history rewritten, and empty this file’s text.',
      ru: {
        message: 'Со следующим выпуском статья исчезнет с сайта и его зеркал.',
        why: 'Её текст останется в истории git и в копиях, которые сделали другие.',
        remedy:
          'Если кому-то грозит беда, попросите переписать и историю, а текст этого файла сотрите.',
      },
    },
  ];
};

/** An embargo is no secret where everyone can read the repository. */
export const embargoRule: ArticleRule = ({ embargoUntil }) => {
  if (embargoUntil === undefined) return [];
  return [
    {
      code: 'embargo-in-public',
      severity: 'warning',
      path: ['embargoUntil'],
      found: embargoUntil,
      message: 'The article has an embargo.',
      why: 'In a public repository an embargo hides nothing: everyone can read this file now.',
      remedy: 'Keep the file in a private repository until then, if the text must not be known.',
      ru: {
        message: 'У статьи стоит эмбарго.',
        why: 'В открытом репозитории эмбарго ничего не скрывает: этот файл уже сейчас может прочесть каждый.',
        remedy:
          'Если текст нельзя раскрывать, держите файл до того времени в закрытом репозитории.',
      },
    },
  ];
};
