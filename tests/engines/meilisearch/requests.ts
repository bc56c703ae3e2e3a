import { vi } from 'vitest';

/** Lets through a request; what it returns is what the asker gets. */
export type Pass = () => Promise<Response>;

/** A request as `POST /swap-indexes`, and how to let it through. */
export type OnRequest = (request: string, pass: Pass) => Promise<Response>;

/** Puts somebody between this process and every server, until the mocks are restored. */
export function watchRequests(onRequest: OnRequest): void {
  const ask = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const path = new URL(input instanceof Request ? input.url : input).pathname;
    return onRequest(`${init?.method ?? 'GET'} ${path}`, () => ask(input, init));
  });
}
