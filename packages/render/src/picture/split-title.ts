/** A caption may end in its credit, as papers print it: "Ferry at dawn. Photo: Name". */
const CREDIT =
  /(?:^|\s)((?:Photo|Photograph|Image|Illustration|Graphic|Map|Video|Audio|Animation|Фото|Фотография|Иллюстрация|Рисунок|Графика|Карта|Видео|Звук|Анимация):\s*\S.*)$/u;

/** Splits the title of a Markdown image into caption and credit; either may be missing. */
export function splitTitle(title: string | undefined): {
  caption: string | undefined;
  credit: string | undefined;
} {
  const text = title?.trim() ?? '';
  const credit = CREDIT.exec(text)?.[1];
  const caption = credit === undefined ? text : text.slice(0, text.length - credit.length).trim();
  return { caption: caption === '' ? undefined : caption, credit };
}
