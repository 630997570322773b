import { expect, test } from 'vitest';
import { ROOM_WORDS } from '../../words/room-words.ts';
import { placeholdersIn } from './placeholders.ts';

test('what the buttons wrote as an example is found while it is left as it is', () => {
  const words = ROOM_WORDS.ru.room.text;
  const picture = (alt: string, title: string) => `Да.\n\n![${alt}](kran.jpg "${title}")\n`;
  expect(placeholdersIn(picture(words.pictureAlt, words.pictureTitle), words)).toEqual([
    'Что видно на картинке',
    'Подпись. Фото: Имя',
  ]);
  expect(placeholdersIn(picture('Кран', 'Третий причал. Фото: Анна Петрова'), words)).toEqual([]);
  expect(placeholdersIn('[слова ссылки](https://a.example/)', words)).toEqual(['слова ссылки']);
});
