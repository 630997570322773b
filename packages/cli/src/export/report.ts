import type { Standing } from '@tamizdat/export';
import { say } from '../language/say.ts';

/** What an export holds. */
export interface Report {
  /** Folders and files of texts, from the export’s folder. */
  written: string[];
  /** Articles by how they stand to readers. */
  articles: Record<Standing, number>;
  /** Files that came along as they lie in the content. */
  files: number;
  /** Ids of articles whose fields are more than another system keeps: there they are words in the text alone. */
  notCarried: string[];
}

/** The same for people, with a line end. */
export function describe({ written, articles, files, notCarried }: Report, out: string): string {
  const { public: shown, scheduled, draft, withdrawn, removed } = articles;
  const lines = [
    say({
      en: `${out}: ${written.join(', ')}`,
      ru: `${out}: ${written.join(', ')}`,
    }),
    say({
      en: `  articles: ${shown} public, ${scheduled} yet to appear, ${draft} drafts, ${withdrawn} withdrawn; files: ${files}`,
      ru: `  статей: ${shown} опубликовано, ${scheduled} ещё не вышло, ${draft} черновиков, ${withdrawn} снято; файлов: ${files}`,
    }),
  ];
  if (removed > 0)
    lines.push(
      say({
        en: `  Removed articles: ${removed}. WordPress and Ghost get nothing of them.`,
        ru: `  Удалённых статей: ${removed}. В WordPress и Ghost от них ничего не попадает.`,
      }),
    );
  if (notCarried.length > 0)
    lines.push(
      say({
        en: `  Too many fields for another system to keep, so they are words in the text there: ${notCarried.join(', ')}`,
        ru: `  Полей больше, чем хранит другая система, там они останутся словами в тексте: ${notCarried.join(', ')}`,
      }),
    );
  return lines.map((line) => `${line}\n`).join('');
}
