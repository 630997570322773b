/** What a file may tell besides picture and sound, in the words in which people are told. */
export const WORDS = [
  'EXIF',
  'XMP',
  'IPTC',
  'ID3 tag',
  'APE tag',
  'lyrics tag',
  'record of origin (C2PA)',
  'GPS position',
  'device',
  'time of recording',
  'date of change',
  'title',
  'tags',
  'comment',
  'comments',
  'chapters',
  'name of a track',
  'name of the recording program',
  'names in the colour profile',
  'thumbnail',
  'second picture',
  'pixels that were cropped away',
  'film behind the picture',
  'attached files',
  'address of another file',
  'a second stream',
  'left-over data',
  'data after the end',
  'unreadable data',
  'a track that is neither picture nor sound',
] as const;

/** One of them, or what the format calls a part of it that is not needed. */
export type Word =
  | (typeof WORDS)[number]
  | `${'box' | 'chunk' | 'item'} “${string}”`
  | `track of the kind “${string}”`
  | `element ${string}`
  | `data of a program (${string})`;
