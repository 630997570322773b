/** One thing to mend in the content. Everything a writer needs to mend it, and nothing that varies by machine. */
export interface Problem {
  /** Permanent name, kebab-case, for example `title-too-long`. */
  code: string;
  severity: 'error' | 'warning';
  /** File relative to the folder that holds `content`, `/`-separated. */
  file: string;
  /** 1-based line. */
  line: number;
  /** 1-based column in UTF-16 code units, as editors count. */
  column: number;
  /** The field as a path, for example `leadImage.credit`; absent for the text. */
  field?: string;
  /** The value found, shortened. */
  found?: string;
  /** What is wrong, in one sentence. */
  message: string;
  /** Why it matters, where that is not plain. */
  why?: string;
  /** What to do. */
  remedy: string;
  /** A line that would be right. */
  example?: string;
}
