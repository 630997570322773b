/**
 * Does some work for all items, a few at once. The first error ends it, when what is under way has ended.
 */
export async function each<Item>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item, worker: number) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  let failure: { error: unknown } | undefined;
  const run = async (worker: number): Promise<void> => {
    for (let next = queue.next(); !next.done && !failure; next = queue.next()) {
      try {
        await work(next.value, worker);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, worker) => run(worker)));
  if (failure) throw failure.error;
}
