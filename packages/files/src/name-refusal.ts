/**
 * Does something with an open file. What the system refuses then has the file's name: of a handle it gives none.
 * @param path For people.
 * @throws what `act` throws
 */
export function nameRefusal<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && !('path' in error))
      Object.assign(error, { path, message: `${error.message} “${path}”` });
    throw error;
  }
}
