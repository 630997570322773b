import { bringsWorker, type Outlet, type Page } from '@tamizdat/article-schema';
import { type Finding, half } from '../finding.ts';

/**
 * Whether readers are told of the worker that pages bring them, where it is switched on: in each edition a fixed page leads to
 * the one where it is deleted.
 * @param read Gives the text of a page's file.
 */
export function judgeWorkerTold(
  outlet: Pick<Outlet, 'languages' | 'reader' | 'rootFingerprint'>,
  pages: readonly Pick<Page, 'lang' | 'file'>[],
  read: (file: string) => string,
): Finding[] {
  if (!bringsWorker(outlet)) return [];
  const silent = outlet.languages.filter(
    ({ code }) =>
      !pages.some(({ lang, file }) => lang === code && read(file).includes(`/${code}/reader.html`)),
  );
  if (silent.length === 0) return [];
  const list = silent.map(({ code }) => code).join(', ');
  return [
    half('worker-untold', 'soon', {
      en: `Pages bring readers’ browsers a program that keeps what was read, and no page tells of it in: ${list}. Add the paragraph of docs/readers.md to privacy.md; it leads to /<language>/reader.html.`,
      ru: `Страницы приносят в браузеры читателей программу, которая хранит прочитанное, и ни одна об этом не говорит на: ${list}. Добавьте в privacy.md абзац из docs/readers.md: он ведёт на /<язык>/reader.html.`,
    }),
  ];
}
