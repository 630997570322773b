/** Who may do what with a file and the folder that is made for it, whatever the umask says. */
export interface Modes {
  file: number;
  folder: number;
}

/** What a web server of another account serves. */
export const PUBLIC: Modes = { file: 0o644, folder: 0o755 };

/** What nobody else may read. */
export const SECRET: Modes = { file: 0o600, folder: 0o700 };
