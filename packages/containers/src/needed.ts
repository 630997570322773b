/**
 * What a picture or a recording needs, format by format. Everything else could say something of who made it, where,
 * when and with what: a list of what is bad would let through what the next telephone invents.
 */

const split = (names: string): readonly string[] => names.match(/\S+/g) ?? [];
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/**
 * Markers of JPEG segments (ITU-T T.81, table B.1): frames, tables and scans. Decoders pass over a number of lines that comes
 * later, and browsers show nothing that is coded arithmetically. */
export const JPEG_MARKERS: ReadonlySet<number> = new Set([
  ...range(0xc0, 0xc7),
  ...range(0xc9, 0xcb),
  ...range(0xcd, 0xcf),
  ...[0xda, 0xdb, 0xdd],
]);

/** Chunks of a PNG file (PNG, third edition, 11.2 and 11.3) with the most bytes they may have. */
export const PNG_CHUNKS: ReadonlyMap<string, number> = new Map([
  ...([
    ['IHDR', 13],
    ['PLTE', 768],
    ['IDAT', Infinity],
    ['IEND', 0],
  ] as const),
  ...([
    ['tRNS', 256],
    ['gAMA', 4],
    ['cHRM', 32],
    ['sRGB', 1],
    ['cICP', 4],
    ['mDCV', 24],
    ['cLLI', 8],
    ['sBIT', 4],
    ['pHYs', 9],
    ['bKGD', 6],
  ] as const),
  ...([
    ['acTL', 8],
    ['fcTL', 26],
    ['fdAT', Infinity],
  ] as const),
]);

/** Chunks of a WebP file (RFC 9649, 2.5 to 2.7) with the most bytes they may have. */
export const WEBP_CHUNKS: ReadonlyMap<string, number> = new Map([
  ['VP8X', 10],
  ['VP8 ', Infinity],
  ['VP8L', Infinity],
  ['ALPH', Infinity],
  ['ANIM', 6],
]);

/** Extensions of a GIF file (GIF89a, 23 to 26): how a picture is drawn, and how often frames are repeated. */
export const GIF_EXTENSIONS =
  /^!\xf9\x04[^]{4}\0$|^!\xff\x0b(?:NETSCAPE2\.0|ANIMEXTS1\.0)\x03\x01[^]{2}\0$/;

/** Boxes of an AVIF file, and of the box that describes its items (ISO/IEC 23008-12, 9 and 10). */
export const PICTURE_BOXES: ReadonlySet<string> = new Set(['ftyp', 'meta', 'mdat']);
export const PICTURE_META: ReadonlySet<string> = new Set(
  split('hdlr pitm iloc iinf iref iprp idat'),
);

/** Items that are pictures, or made of them. EXIF and XMP are none. */
export const PICTURE_ITEMS: ReadonlySet<string> = new Set(['av01', 'grid', 'iovl', 'iden']);

/**
 * Properties that a picture needs to look as it does (AV1 Image File Format; ISO/IEC 23008-12, 6.5) with the most bytes they
 * may have; texts are none.
 */
export const PICTURE_PROPERTIES: ReadonlyMap<string, number> = new Map([
  ...([
    ['av1C', 300],
    ['ispe', 12],
    ['pixi', 9],
    // A colour profile is looked into by itself.
    ['colr', Infinity],
    ['pasp', 8],
    ['irot', 1],
    ['imir', 1],
    ['auxC', 64],
  ] as const),
  ...([
    ['a1op', 1],
    ['a1lx', 13],
    ['lsel', 2],
    ['clli', 4],
    ['mdcv', 24],
    ['cclv', 52],
    ['amve', 8],
  ] as const),
]);

const VISUAL = split('pasp colr btrt clap fiel chrm');

/** Which boxes may stand in which of a film (ISO/IEC 14496-12, 14496-14 and 14496-15). */
export const FILM_BOXES: Readonly<Record<string, readonly string[]>> = {
  '': ['ftyp', 'moov', 'mdat'],
  moov: ['mvhd', 'trak', 'udta'],
  trak: ['tkhd', 'edts', 'mdia'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['vmhd', 'smhd', 'dinf', 'stbl'],
  dinf: ['dref'],
  dref: ['url '],
  stbl: split('stsd stts stss ctts cslg stsc stsz stz2 stco co64 stps sgpd sbgp'),
  stsd: ['avc1', 'avc3', 'av01', 'vp09', 'mp4a', 'Opus'],
  // FFmpeg writes this frame around an empty list even when it was told to write nothing.
  udta: ['meta'],
  meta: ['hdlr', 'ilst'],
  ilst: [],
  avc1: ['avcC', ...VISUAL],
  avc3: ['avcC', ...VISUAL],
  av01: ['av1C', ...VISUAL],
  vp09: ['vpcC', ...VISUAL],
  mp4a: ['esds', 'btrt'],
  Opus: ['dOps', 'btrt'],
};

/** Boxes of a film that hold no others, with the most bytes they may have. */
export const FILM_BYTES: ReadonlyMap<string, number> = new Map([
  ...([
    ['vmhd', 12],
    ['smhd', 8],
  ] as const),
  ...([
    ['pasp', 8],
    ['btrt', 12],
    ['clap', 32],
    ['fiel', 2],
    ['chrm', 2],
  ] as const),
  ...([
    ['vpcC', 12],
    ['dOps', 20],
    ['esds', 64],
    ['cslg', 44],
  ] as const),
]);

/** Groups of samples by how playing may begin at them (ISO/IEC 14496-12, 10.1 to 10.4), with the bytes that tell of one. */
export const FILM_GROUPS: ReadonlyMap<string, number> = new Map([
  ...([
    ['roll', 2],
    ['prol', 2],
    ['rap ', 1],
  ] as const),
]);

/** Tables of a film: bytes before their rows, of which the last four count them, and bytes of a row (ISO/IEC 14496-12, 8.6 and 8.7). */
export const FILM_TABLES: ReadonlyMap<string, readonly [head: number, row: number]> = new Map([
  ...([
    ['stts', [8, 8]],
    ['ctts', [8, 8]],
    ['stss', [8, 4]],
    ['stps', [8, 4]],
    ['stsc', [8, 12]],
    ['stco', [8, 4]],
    ['co64', [8, 8]],
  ] as const),
]);

/** Kinds of files that players know, and none that names a maker of cameras (ISO/IEC 14496-12, annex E). */
export const BRANDS =
  /^(?:iso[m2-9]|mp4[12]|avc1|av01|M4[AV] |f4v |qt {2}|dash|mmp4|3g[pr][4-9s]|MSNV|avi[fso]|mi[fa][1f]|MA1[AB]|msf1|\0{4})$/;

/** Boxes without which a film of fragments, or one that is locked, is none. */
export const FILM_STUCK: ReadonlySet<string> = new Set(
  split('moof mvex sidx styp mfra sinf senc saiz saio pssh'),
);

/**
 * Units of H.264 that players decode (ITU-T H.264, table 7-1) with the most bytes they may have: pictures, parameters, and marks.
 */
export const H264_UNITS: ReadonlyMap<number, number> = new Map([
  ...range(1, 5).map((kind) => [kind, Infinity] as const),
  ...([
    [7, 1_000],
    [8, 1_000],
    [9, 2],
    [10, 1],
    [11, 1],
  ] as const),
]);

/** Messages beside pictures of H.264 (annex D) with their bytes: where playing may begin; light and colours. */
export const H264_MESSAGES: ReadonlyMap<number, number> = new Map([
  [6, 5],
  [137, 24],
  [144, 4],
  [147, 1],
]);

/** Units of AV1 that players decode (AV1 bitstream, 6.2.2) with the most bytes they may have. */
export const AV1_UNITS: ReadonlyMap<number, number> = new Map([
  [1, 300],
  [2, 0],
  ...[3, 4, 6, 7].map((kind) => [kind, Infinity] as const),
]);

/** Metadata of AV1 (6.7.1) with its bytes: light and colours. */
export const AV1_METADATA: ReadonlyMap<number, number> = new Map([
  [1, 6],
  [2, 26],
]);

/** Handlers as FFmpeg and libavif name them in every file, and none. */
export const NEUTRAL_NAMES: ReadonlySet<string> = new Set([
  ...['', 'VideoHandler', 'SoundHandler', 'libavif', 'Color', 'Alpha'],
  // Of a program that was told to write nothing.
  ...['Lavf', 'ffmpeg'],
]);

/** Which elements may stand in which of a WebM file, 0 being the file (RFC 9559, 5.1, and the WebM container guidelines). */
export const WEBM_ELEMENTS: ReadonlyMap<number, readonly number[]> = new Map([
  [0, [0x1a45dfa3, 0x18538067]],
  // Head: versions and the kind of the file.
  [0x1a45dfa3, [0x4282, 0x4286, 0x42f7, 0x42f2, 0x42f3, 0x4287, 0x4285]],
  // Segment: list of places, information, tracks, clusters, cues.
  [0x18538067, [0x114d9b74, 0x1549a966, 0x1654ae6b, 0x1f43b675, 0x1c53bb6b]],
  [0x114d9b74, [0x4dbb]],
  [0x4dbb, [0x53ab, 0x53ac]],
  // Length of the film and of its ticks, and the two names that have to be there.
  [0x1549a966, [0x4d80, 0x5741, 0x2ad7b1, 0x4489]],
  [0x1654ae6b, [0xae]],
  [
    0xae,
    [
      ...[0xd7, 0x73c5, 0x9c, 0x22b59c, 0x22b59d, 0x88, 0x55aa, 0xb9, 0x6de7, 0x6df8, 0x23e383],
      ...[0x23314f, 0x55ee, 0x63a2, 0x56aa, 0x56bb, 0xaa, 0x83, 0x86, 0xe0, 0xe1],
    ],
  ],
  // Picture: its sides, how it is cut and shown, its colours.
  [
    0xe0,
    [
      ...[0xb0, 0xba, 0x54b0, 0x54ba, 0x9a, 0x9d, 0x53b8, 0x53c0, 0x54aa, 0x54bb, 0x54cc, 0x54dd],
      ...[0x54b2, 0x54b3, 0x55b0],
    ],
  ],
  [0x55b0, range(0x55b1, 0x55bb)],
  [0xe1, [0xb5, 0x78b5, 0x9f, 0x6264]],
  [0x1f43b675, [0xe7, 0xa7, 0xab, 0xa3, 0xa0]],
  [0xa0, [0xa1, 0x9b, 0xfb, 0x75a2]],
  [0x1c53bb6b, [0xbb]],
  [0xbb, [0xb3, 0xb7]],
  [0xb7, [0xf7, 0xf1, 0xf0, 0xb2, 0x5378]],
]);

/** Elements of a WebM file that are longer than a number: kinds, codings, languages, blocks. */
export const WEBM_LONG: ReadonlySet<number> = new Set([
  ...[0x4282, 0x86, 0x63a2, 0x22b59c, 0x22b59d, 0xa3, 0xa1, 0x4d80, 0x5741],
]);

/** Elements without which blocks cannot be read: packed or locked ones. */
export const WEBM_STUCK: ReadonlySet<number> = new Set([0x6d80, 0xaf]);
