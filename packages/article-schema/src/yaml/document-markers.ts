import type { Diagnosis } from './diagnose-yaml.ts';

/** YAML 1.2, 9.1.2: a line that begins with one of these and then nothing or white space. */
const MARKER = /(?<![^\n])(?:---|\.\.\.)(?![^ \t\r\n])[^\n]*/g;

/** A line that is neither empty nor a comment nor a directive. */
const CONTENT_LINE = /^[ \t]*[^\s#%]/m;

/**
 * The lines by which YAML ends the fields: it takes what stands below for another document. They come
 * back as findings and as white space, so that what is below is read, and checked, all the same. A
 * `---` above all fields is usual and stays. Offsets are those of the text given.
 */
export function blankMarkers(text: string): { text: string; markers: Diagnosis[] } {
  const markers: Diagnosis[] = [];
  let first = true;
  const blanked = text.replaceAll(MARKER, (line: string, start: number) => {
    const begins = first && line.startsWith('---') && !CONTENT_LINE.test(text.slice(0, start));
    first = false;
    if (begins) return line;
    markers.push(markerDiagnosis(line.slice(0, 3), start));
    return ' '.repeat(line.length);
  });
  return { text: blanked, markers };
}

const markerDiagnosis = (marker: string, start: number): Diagnosis => ({
  start,
  end: start + marker.length,
  finding: {
    code: 'yaml-document-marker',
    path: [],
    message: `A line “${marker}” stands here: to YAML the fields end with it.`,
    why: 'Whatever stands below it would be left out without a word.',
    remedy: `Remove the line. ${marker === '---' ? 'An empty line may part fields from each other.' : 'Where front matter ends, write “---”.'}`,
    ru: {
      message: `Здесь стоит строка «${marker}»: для YAML на ней поля кончаются.`,
      why: 'Всё, что ниже неё, молча пропало бы.',
      remedy: `Уберите эту строку. ${marker === '---' ? 'Отделить поля друг от друга можно пустой строкой.' : 'Там, где поля кончаются, пишите «---».'}`,
    },
  },
});
