import { WORD } from '../hosts/answer.ts';
import { prose } from '../../bench/corpus/prose.ts';
import { Random } from '../../bench/corpus/random.ts';
import type { FixtureArticle } from '../../pipeline/fixture/article.ts';

/** Words of an article: what an ordinary report has. */
const WORDS = 700;

const LEAD = { file: 'photo.jpg', alt: 'Цветные пятна', credit: 'Образец' };

/** To which the made-up prose refers. */
const SOURCES = [
  'sources:\n  - id: report\n    title: Отчёт совета\n    url: https://example.org/report',
];

/** In every state of the outlet; each state has another text of it. */
export const KNOWN = {
  folder: 'ru/2026/11/20-dve-vody',
  address: 'ru/2026/11/20/dve-vody.html',
} as const;

/** Only in the newest state: nobody has it who was not there since. */
export const NEW = {
  folder: 'ru/2026/11/21-novyy-most',
  address: 'ru/2026/11/21/novyy-most.html',
} as const;

/** The known article as a state has it. */
export function writeKnown(state: number): FixtureArticle {
  return {
    folder: KNOWN.folder,
    title: 'Что показали анализы воды',
    text: writeText(state, `Состояние ${state}.`),
    leadImage: LEAD,
    fields: SOURCES,
  };
}

export function writeNew(): FixtureArticle {
  return {
    folder: NEW.folder,
    title: 'Новый мост открыли для пешеходов',
    text: writeText(99, 'Мост открыт.'),
    leadImage: LEAD,
    fields: SOURCES,
  };
}

/** The word that liars look for stands in each. */
function writeText(seed: number, first: string): string {
  return `${first} Здесь ${WORD[0]} делает поворот.\n\n${prose('ru', WORDS, new Random(seed))}`;
}
