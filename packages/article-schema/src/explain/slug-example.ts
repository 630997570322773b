/** Cyrillic to ASCII as international passports and maps do it: Russian, Ukrainian, Belarusian. */
// prettier-ignore
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'yo', є: 'ye', ж: 'zh', з: 'z',
  и: 'i', і: 'i', ї: 'yi', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch',
  ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
};

const LONGEST = 60;

/** An address part made from a title: ASCII kebab-case, Cyrillic transliterated; at most 60 characters. */
export function slugExample(title: string): string {
  return slugOf(title) ?? 'harbour-keeps-its-lights-on';
}

/** The same, undefined where nothing of the title can be written in Latin letters. */
export function slugOf(title: string): string | undefined {
  const latin = Array.from(title.normalize('NFC').toLowerCase())
    .map((letter) => CYRILLIC[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f’']/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (latin.length <= LONGEST) return latin === '' ? undefined : latin;
  const cut = latin.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1));
}
