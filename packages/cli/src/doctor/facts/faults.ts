/** Why something of the outlet could not be loaded, so that it is told by what is broken and not by who asked. */
export type FaultKind = 'history' | 'roots' | 'record';

/** Thrown in the place of what stands behind it, which is its cause. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly kind: FaultKind;
  /** The file or folder that is broken, where it is known. */
  readonly file: string | undefined;

  constructor(kind: FaultKind, cause: unknown, file?: string) {
    super(kind, { cause });
    this.kind = kind;
    this.file = file;
  }
}

/** Loads, and says whose fault it was. @throws FaultError */
export async function asFault<Value>(
  kind: FaultKind,
  load: () => Promise<Value>,
  file?: string,
): Promise<Value> {
  try {
    return await load();
  } catch (error) {
    throw error instanceof FaultError ? error : new FaultError(kind, error, file);
  }
}
