import { PARTS_MAX } from '../limits.ts';
import { emptyWalk, UNREADABLE, type Walked } from './walked.ts';
import { type Element, readElement, readNumber, readText } from './webm-elements.ts';

interface Walk {
  bytes: Buffer;
  walked: Walked;
  parts: number;
  /** Sides of the picture: coded, and as shown where that differs. */
  sides: Map<number, number>;
}

type Look = (element: Element, walk: Walk) => void;

const plain: Look = () => undefined;
const into =
  (elements: ReadonlyMap<number, Look>): Look =>
  (element, walk) => {
    walkChildren(element, elements, walk);
  };
const say =
  (word: string): Look =>
  (_, { walked }) => {
    walked.metadata.add(word);
  };

const lookAtVoid: Look = ({ start, end }, { bytes, walked }) => {
  if (bytes.subarray(start, end).some((byte) => byte !== 0)) walked.metadata.add('left-over data');
};
/** FFmpeg's name for itself when it was told to write nothing. */
const lookAtProgram: Look = (element, { bytes, walked }) => {
  if (readText(bytes, element) !== 'Lavf') walked.metadata.add('name of the recording program');
};
const lookAtDocType: Look = (element, { bytes, walked }) => {
  if (readText(bytes, element) !== 'webm')
    walked.refused = {
      en: 'It is a Matroska file of another kind than WebM: save it as MP4 or WebM.',
      ru: 'Это файл Matroska, но не WebM: сохраните его как MP4 или WebM.',
    };
};
const lookAtTrackType: Look = (element, { bytes, walked }) => {
  const type = readNumber(bytes, element);
  if (type === 2) walked.sound = true;
  else if (type !== 1) walked.metadata.add('a track that is neither picture nor sound');
};
const lookAtCoding: Look = (element, { bytes, walked }) => {
  const coding = readText(bytes, element);
  if (!/^(?:V_VP8|V_VP9|V_AV1|A_OPUS|A_VORBIS)$/.test(coding))
    walked.refused ??= {
      en: 'WebM holds VP8, VP9, AV1, Opus and Vorbis alone: encode it anew.',
      ru: 'В WebM бывают только VP8, VP9, AV1, Opus и Vorbis: перекодируйте файл.',
    };
};
const lookAtSide: Look = (element, { bytes, sides }) => {
  sides.set(element.id, readNumber(bytes, element));
};
/** FFmpeg writes the length of each track as a tag, also when it was told to write nothing. */
const lookAtTagName: Look = (element, { bytes, walked }) => {
  if (readText(bytes, element) !== 'DURATION') walked.metadata.add('tags');
};
const lookAtTagText: Look = (element, { bytes, walked }) => {
  if (!/^[\d:.]{0,20}$/.test(readText(bytes, element)) || element.end - element.start > 40)
    walked.metadata.add('tags');
};

/** Integers and numbers without meaning for anyone but a player. */
const plains = (...ids: number[]): [number, Look][] => ids.map((id) => [id, plain]);

// What may stand in what (RFC 9559, 5.1, and the WebM container guidelines): everything else could say something.
const TAG = new Map<number, Look>([
  [0x63c0, into(new Map(plains(0x63c5, 0x68ca)))],
  [
    0x67c8,
    into(new Map([[0x45a3, lookAtTagName], [0x4487, lookAtTagText], ...plains(0x447a, 0x4484)])),
  ],
]);
const PICTURE = new Map<number, Look>([
  ...([0xb0, 0xba, 0x54b0, 0x54ba].map((id) => [id, lookAtSide]) satisfies [number, Look][]),
  ...plains(0x9a, 0x9d, 0x53b8, 0x53c0, 0x54aa, 0x54bb, 0x54cc, 0x54dd, 0x54b2, 0x54b3),
  [
    0x55b0,
    into(
      new Map(
        plains(
          0x55b1,
          0x55b2,
          0x55b3,
          0x55b4,
          0x55b5,
          0x55b6,
          0x55b7,
          0x55b8,
          0x55b9,
          0x55ba,
          0x55bb,
        ),
      ),
    ),
  ],
]);
const SOUND = new Map(plains(0xb5, 0x78b5, 0x9f, 0x6264));
const TRACK = new Map<number, Look>([
  [0x83, lookAtTrackType],
  [0x86, lookAtCoding],
  [0xe0, into(PICTURE)],
  [0xe1, into(SOUND)],
  [0x536e, say('name of a track')],
  [0x258688, say('name of the recording program')],
  ...plains(
    0xd7,
    0x73c5,
    0x9c,
    0x22b59c,
    0x22b59d,
    0x88,
    0x55aa,
    0xb9,
    0x6de7,
    0x6df8,
    0x23e383,
    0x23314f,
  ),
  ...plains(0x55ee, 0x63a2, 0x56aa, 0x56bb, 0xaa),
]);
const INFO = new Map<number, Look>([
  [0x4d80, lookAtProgram],
  [0x5741, lookAtProgram],
  [0x7ba9, say('title')],
  [0x4461, say('time of recording')],
  ...plains(0x2ad7b1, 0x4489),
]);
const CLUSTER = new Map<number, Look>([
  [0xa0, into(new Map(plains(0xa1, 0x9b, 0xfb, 0x75a2)))],
  ...plains(0xe7, 0xa7, 0xab, 0xa3),
]);
const POSITIONS = new Map(plains(0xf7, 0xf1, 0xf0, 0xb2, 0x5378));
const CUES = new Map([[0xbb, into(new Map([...plains(0xb3), [0xb7, into(POSITIONS)]]))]]);
const SEGMENT = new Map<number, Look>([
  [0x114d9b74, into(new Map([[0x4dbb, into(new Map(plains(0x53ab, 0x53ac)))]]))],
  [0x1549a966, into(INFO)],
  [0x1654ae6b, into(new Map([[0xae, into(TRACK)]]))],
  [0x1f43b675, into(CLUSTER)],
  [0x1c53bb6b, into(CUES)],
  [0x1254c367, into(new Map([[0x7373, into(TAG)]]))],
  [0x1941a469, say('attached files')],
  [0x1043a770, say('chapters')],
]);
const FILE = new Map<number, Look>([
  [
    0x1a45dfa3,
    into(
      new Map([[0x4282, lookAtDocType], ...plains(0x4286, 0x42f7, 0x42f2, 0x42f3, 0x4287, 0x4285)]),
    ),
  ],
  [0x18538067, into(SEGMENT)],
]);
/** Filling and checksums may stand anywhere (RFC 8794, 11.3). */
const ANYWHERE = new Map<number, Look>([
  [0xec, lookAtVoid],
  [0xbf, plain],
]);

/** Walks the elements of a WebM file. */
export function walkWebm(bytes: Buffer): Walked {
  const walk: Walk = { bytes, walked: emptyWalk(), parts: 0, sides: new Map() };
  walkChildren({ id: 0, start: 0, end: bytes.length }, FILE, walk);
  const { walked, sides } = walk;
  const width = sides.get(0x54b0) ?? sides.get(0xb0) ?? 0;
  const height = sides.get(0x54ba) ?? sides.get(0xba) ?? 0;
  return { ...walked, width, height };
}

function walkChildren(parent: Element, elements: ReadonlyMap<number, Look>, walk: Walk): void {
  for (let offset = parent.start; offset < parent.end;) {
    walk.parts += 1;
    const element =
      walk.parts <= PARTS_MAX ? readElement(walk.bytes, offset, parent.end) : undefined;
    if (element === undefined) {
      walk.walked.metadata.add(UNREADABLE);
      return;
    }
    const look = elements.get(element.id) ?? ANYWHERE.get(element.id);
    if (look) look(element, walk);
    else walk.walked.metadata.add(`element ${element.id.toString(16).toUpperCase()}`);
    offset = element.end;
  }
}
