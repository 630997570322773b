/** What stands beside a recording and belongs to it, by names alone. */
export interface Companions {
  /** `flood.jpg` for `flood.mp4`: what is shown before a video plays. */
  poster?: string;
  /** `flood.transcript.md`: what is said and heard. */
  transcript?: string;
  /** `flood.en.vtt`, in the order of the languages' code units. */
  captions: { lang: string; file: string }[];
}

const POSTER = /^\.(?:jpe?g|png|webp|avif)$/i;
const CAPTIONS = /^\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.vtt$/;

/** A recording's name without its extension. */
export function baseOf(recording: string): string {
  return recording.replace(/\.[^.]*$/, '');
}

/** Finds what belongs to a recording among the names in its folder. */
export function findCompanions(recording: string, names: Iterable<string>): Companions {
  const base = baseOf(recording);
  const companions: Companions = { captions: [] };
  for (const file of [...names].filter((name) => name.startsWith(`${base}.`)).sort()) {
    const rest = file.slice(base.length);
    const lang = CAPTIONS.exec(rest)?.[1];
    if (rest === '.transcript.md') companions.transcript = file;
    else if (lang !== undefined) companions.captions.push({ lang, file });
    else if (POSTER.test(rest)) companions.poster ??= file;
  }
  return companions;
}
