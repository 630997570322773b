/** Stands in the room’s bundle for Node’s file system, which nothing in it calls. */
export const lstat = unavailable;
export const readFile = unavailable;

function unavailable(): never {
  throw new Error('There are no files in a browser.');
}
