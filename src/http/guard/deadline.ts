/**
 * Waits no longer than `limit` milliseconds, then fails with what `late` makes. The work itself
 * goes on, and what becomes of it is nobody's business any more.
 */
export async function withDeadline<Result>(
  work: Promise<Result>,
  limit: number,
  late: () => Error,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), limit);
  });
  try {
    return await Promise.race([work, expired]);
  } finally {
    clearTimeout(timer);
  }
}
