/** What the script knows of the edition whose pages ask for it. */
export interface ScriptData {
  /** The outlet’s name, and its own address with a slash at its end. */
  name: string;
  base: string;
  /** Hosts of the outlet and its mirrors. */
  hosts: readonly string[];
  words: ScriptWords;
}

/** Words of buttons and of what they answer. */
export interface ScriptWords {
  save: string;
  copy: string;
  share: string;
  print: string;
  options: string;
  withSource: string;
  withName: string;
  copied: string;
  saved: string;
  /** With `{count}`. */
  leftOut: string;
  failed: string;
  /** With `{date}`. */
  asOf: string;
}
