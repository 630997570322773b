/** Words by which a language says whose words these are, or where they stand. */
export const SPEECH_WORDS: Readonly<Record<string, RegExp>> = {
  en: wordsOf(
    'said says? saying told tells? telling wrote writes? writing written according accus(?:es|ed)',
    'adds added admits? admitted agrees? agreed announces? announced answers? answered argues? argued',
    'asks? asked begged begs believes? believed calls? called claims? claimed commented complained',
    'concedes? conceded concluded confirms? confirmed declares? declared demanded denie[sd] describes?',
    'described exclaimed explains? explained expressed insists? insisted interview jokes? joked letter',
    'mentioned noted notes objected pleaded pledged posted posts? promised promises quot(?:e|es|ed|ing)',
    'reads? recall(?:s|ed) recounted remarked remembers? remembered repeat(?:s|ed) repl(?:y|ies|ied)',
    'reported reports? responded responds? shouted shouts slogan statement stated stressed suggested',
    'testified thanked thinks? thought transcript tweeted urged urges vowed warned warns message',
  ),
  ru: wordsOf(
    String.raw`сказа\p{L}+ говор\p{L}+ рассказ\p{L}+ сообщ\p{L}+ заяв\p{L}+ пиш\p{L}+ (?:на)?писа\p{L}+`,
    String.raw`отмет\p{L}+ отмеч\p{L}+ подчерк\p{L}+ подчёрк\p{L}+ добав\p{L}+ отве[тч]\p{L}* спрос\p{L}+`,
    String.raw`спраш\p{L}+ объясн\p{L}+ поясн\p{L}+ вспом\p{L}+ призна[лёе]\p{L}* уточн\p{L}+ утвержд\p{L}+`,
    String.raw`счита[еюл]\p{L}* слова словам[и]? словах данным \p{L}*цит\p{L}+ \p{L}*коммент\p{L}+ призыв\p{L}+`,
    String.raw`призва\p{L}+ предупре\p{L}+ (?:по)?обеща\p{L}+ (?:по)?благодар\p{L}+ (?:про)?чит\p{L}+ гласит`,
    String.raw`указа[лн]\p{L}* назва[лн]\p{L}* называ\p{L}+ переда[лё]\p{L}* передает возраз\p{L}+ настаива\p{L}+`,
    String.raw`замет\p{L}+ замеч\p{L}+ повтор\p{L}+ крик\p{L}+ крича\p{L}* выкрик\p{L}+ сканд\p{L}+ надпис\p{L}+`,
    String.raw`лозунг\p{L}* плакат\p{L}* заголов\p{L}+ письм\p{L}+ интервью речь речи (?:по)?просил\p{L}* просит`,
    String.raw`(?:по)?жалов\p{L}+ удивл\p{L}+ возмущ\p{L}+ пошут\p{L}+ шут[ия]\p{L}+ думает думаю полага[ею]\p{L}*`,
    String.raw`уверен\p{L}* рассужда\p{L}+ формулир\p{L}+ резюмир\p{L}+ опроверг\p{L}* соглас\p{L}+ запис\p{L}+ расшифров\p{L}+`,
  ),
};

/** Any of these as a whole word. */
function wordsOf(...lists: string[]): RegExp {
  const words = lists.join(' ').replaceAll(' ', '|');
  return new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, 'iu');
}
