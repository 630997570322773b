/** What can be wrong with the book of names; the command says it in words. */
export type AddressFault =
  /** The file is not what was written: cut short, altered, or of a later version. */
  | 'book-damaged'
  /** There was one, and now there is no file. */
  | 'book-missing'
  /** It belongs to another outlet. */
  | 'book-foreign'
  /** The clock of this machine is before what the book holds already. */
  | 'book-clock'
  /** It holds as many names as it may. */
  | 'book-full'
  /** No name that says nothing could be made. */
  | 'names-exhausted'
  /** No ready name is left in a channel. */
  | 'pool-empty'
  /** There is no such name. */
  | 'name-unknown'
  /** The address of a mirror has no host under which names can be. */
  | 'no-names-under';

/** Why names could not be made, given or noted. It never holds a name or an address. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
  readonly code: AddressFault;
  /** A channel, a time, a number: what helps to find the fault. */
  readonly detail: string;

  constructor(code: AddressFault, detail = '') {
    super(`${code}${detail === '' ? '' : `: ${detail}`}`);
    this.code = code;
    this.detail = detail;
  }
}
