import type {
  AcrossFinding,
  Author,
  Front,
  OutletWords,
  Parsed,
  ParsedAppeal,
  ParsedArticle,
  ParsedMirrors,
  ParsedOutlet,
  ParsedPage,
  ParsedTranscript,
} from '@tamizdat/article-schema';
import type { Finding } from '@tamizdat/problem';
import type { DrawingProblem, ImageFacts } from '@tamizdat/media';
import type { RecordingFacts } from '@tamizdat/recordings';

/** Everything that is made of one file alone, under the name that it is kept by; of JSON's types. */
export interface MadeByKind {
  outlet: ParsedOutlet;
  mirrors: ParsedMirrors;
  author: Parsed<Author>;
  front: Parsed<Front>;
  words: Parsed<OutletWords>;
  page: ParsedPage;
  appeal: ParsedAppeal;
  article: ParsedArticle;
  transcript: ParsedTranscript;
  /** What is wrong with the parts after `#` of links that lead to the page of a text, by the link's target. */
  fragments: [target: string, findings: Finding[]][];
  image: ImageFacts;
  drawing: DrawingProblem[];
  recording: RecordingFacts;
  captions: AcrossFinding[];
  left: SampleTraces;
}

/** What of the sample outlet stands in a file. */
export interface SampleTraces {
  /** Whether the file, where it is the outlet’s, is the sample’s own. */
  isSample: boolean;
  /** The sample’s names, which count beside something else of it alone. */
  names: AcrossFinding[];
  found: AcrossFinding[];
}

export type Kind = keyof MadeByKind;

/** What something made depends on besides its file. */
export interface Question<K extends Kind = Kind> {
  kind: K;
  /** Digest or name of everything that is the same for all files of the kind. */
  depends: string;
  /** RFC 3339. */
  now?: string;
  /** Ids of all author records. */
  authors?: ReadonlySet<string>;
}

/** Something that was just made of a file. */
export interface Read<K extends Kind> {
  made: MadeByKind[K];
  /** SHA-256 (hex) of the bytes that it was made of; absent where they could not be read, and then it is not kept. */
  digest?: string;
  /** The author ids that it was enough to know of, each of which there is; absent where all decide. */
  authors?: string[];
}
