/** Who may do what with a file and the folder that is made for it, whatever the umask says. */
export interface Modes {
  file: number;
  folder: number;
}

/** What a web server of another account serves. */
export const PUBLIC: Modes = { file: 0o644, folder: 0o755 };

/** Whether everybody may read a file of these rights; what was written under a strict umask may be there still. */
export const isPublic = (mode: number): boolean => (mode & 0o444) === 0o444;

/** What nobody else may read. */
export const SECRET: Modes = { file: 0o600, folder: 0o700 };
