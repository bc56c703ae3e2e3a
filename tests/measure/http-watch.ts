/** What was asked over HTTP since the last reading. */
export interface HttpReading {
  readonly requests: number;
  /** Milliseconds in which at least one answer was being waited for. */
  readonly waited: number;
}

export interface HttpWatch {
  /** Reads the watch and sets it back. */
  read(): HttpReading;
}

/** Puts a watch on every request of this process; an answer counts until its body is here. */
export function watchHttp(): HttpWatch {
  const ask = globalThis.fetch;
  let [requests, waited, waiting, since] = [0, 0, 0, 0];
  const begin = () => {
    requests++;
    if (waiting++ === 0) since = performance.now();
  };
  const end = () => {
    if (--waiting === 0) waited += performance.now() - since;
  };
  globalThis.fetch = async (input, init) => {
    begin();
    try {
      const { status, statusText, headers, ...answer } = await readWhole(await ask(input, init));
      return new Response(answer.body, { status, statusText, headers });
    } finally {
      end();
    }
  };
  return {
    read: () => {
      const reading = { requests, waited };
      [requests, waited] = [0, 0];
      return reading;
    },
  };
}

async function readWhole(answer: Response) {
  const body = await answer.arrayBuffer();
  const { status, statusText, headers } = answer;
  // An answer that may not have a body must not be given an empty one.
  return { status, statusText, headers, body: body.byteLength === 0 ? null : body };
}
