import { vi } from 'vitest';
import type { Service } from '../../src/service.js';
import { gate } from '../jobs/place.js';

/** The engine takes no more documents until `open`; `full` resolves when some wait. */
export function holdWrites({ engine }: Pick<Service, 'engine'>) {
  const [full, go] = [gate(), gate()];
  const upsert = engine.upsert;
  const spy = vi.spyOn(engine, 'upsert').mockImplementation(async (documents) => {
    full.open();
    await go.passed;
    return upsert(documents);
  });
  return {
    full: full.passed,
    open: () => {
      spy.mockRestore();
      go.open();
    },
  };
}
