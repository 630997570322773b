const countries =
  'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw';
const others =
  'com org net info biz name pro mobi int edu gov mil coop onion i2p bit eth app dev page site online space website press news media live today world fund agency blog link click club top xyz store tech cloud host network digital global email social team group center company life fun icu vip win work ngo ong foundation international report community support city studio video film radio watch foundation moscow tatar asia berlin london paris nyc wiki zone shop run chat tools systems services solutions fyi ink pub rocks monster cyou sbs rest best vote law rip africa museum aero jobs education institute photos gallery house guru sucks example test invalid рф рус укр бел мкд срб қаз бг мон дети онлайн сайт орг';

/** What the name of a host ends in: countries’ endings, those of many sites, of hidden services and of examples. */
export const ENDINGS: ReadonlySet<string> = new Set(`${countries} ${others}`.split(' '));

/** What the names of files and programs end in: no host, whatever stands behind them. */
export const FILES: ReadonlySet<string> = new Set(
  'js mjs ts tsx jsx css html htm xml json yaml yml toml txt csv pdf epub doc docx xls xlsx odt jpg jpeg png gif webp avif svg mp3 mp4 webm py rb go sh zip tar gz exe apk php java cpp cs vue log ini cfg conf env lock bat ps1 dll iso dmg msi deb rpm db sql sqlite psd raw heic tif tiff bmp ico wav flac ogg opus m4a mov mkv avi srt vtt ttf otf woff woff2 ppt pptx rtf tex djvu fb2 mobi zim xdc 7z rar xz bz2 torrent'.split(
    ' ',
  ),
);

/** Files whose ending is a country’s too. */
export const KNOWN_FILE =
  /^(?:readme|index|main|lib|mod|changelog|license|contributing|security|install|setup)\.[a-z]{2}$/i;

/** Endings of files that hosts have too: with a path behind them they are one. */
export const HOSTED_FILES: ReadonlySet<string> = new Set(['mov', 'ps', 'py', 'sh', 'zip']);

/** What Russian writes for Latin endings. “нет” is a word, and stays. */
export const SPELT_ENDINGS: ReadonlySet<string> = new Set(['ком', 'ру', 'ме', 'ио', 'инфо', 'тв']);

/** Endings that sentences begin with as well. */
export const WORDS: ReadonlySet<string> = new Set(
  'am an as at be by do in is it me my no so to us дети сайт онлайн бел мон'.split(' '),
);
