/**
 * Does some work for all items, in their order, a few at once. The first error ends it, when what is under way has ended.
 * @param limit How many are under way at once, at most.
 * @param work Takes an item, its index, and which of the `limit` hands does it, from 0.
 * @returns results in the items' order
 */
export async function mapBounded<Item, Result>(
  items: Iterable<Item>,
  limit: number,
  work: (item: Item, index: number, hand: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items[Symbol.iterator]();
  let count = 0;
  let failure: { error: unknown } | undefined;
  const run = async (hand: number): Promise<void> => {
    for (let next = queue.next(); !next.done && !failure; next = queue.next()) {
      const index = count++;
      try {
        results[index] = await work(next.value, index, hand);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, (_, hand) => run(hand)));
  if (failure) throw failure.error;
  return results;
}
