/** Characters of an id that is made of words. */
const ID_MAX = 60;

/**
 * The id of a heading from whose words an address was taken: its id was made of all of them. For browsers too.
 * @param text What is left of its words @param isTaken Whether something else has an id
 */
export function blankedId(text: string, isTaken: (id: string) => boolean): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const base = `h-${words.join('-').slice(0, ID_MAX)}`;
  let id = base;
  for (let count = 2; isTaken(id); count += 1) id = `${base}-${count}`;
  return id;
}
