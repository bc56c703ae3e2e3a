/** Does work that concerns an id when the work before it has ended. */
export type InTurn = <Result>(id: string, work: () => Promise<Result>) => Promise<Result>;

/**
 * Does what concerns one id one after the other, in the order in which it came; different ids do not
 * wait for each other.
 *
 * @example await inTurn('7', () => readAndReplace('7'))
 */
export function createInTurn(): InTurn {
  const last = new Map<string, Promise<void>>();

  return function inTurn<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    const result = (last.get(id) ?? Promise.resolve()).then(work);
    const ended = result.then(forget, forget);
    last.set(id, ended);
    return result;

    function forget(): void {
      if (last.get(id) === ended) last.delete(id);
    }
  };
}
