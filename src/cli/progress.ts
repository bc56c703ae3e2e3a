import { SingleBar } from 'cli-progress';

/** Shows how far a long job is, on stderr: a bar in a terminal, plain lines elsewhere. */
export interface Progress {
  update(done: number, documents: number): void;
  /** Says something without breaking the bar. */
  say(line: string): void;
  end(): void;
}

const LINE_EVERY_MS = 2000;
const LIVE_EVERY_MS = 100;

/** `total` and `done` are in one unit, whichever; `documents` is for the rate. */
export function createProgress(label: string, total: number): Progress {
  const started = performance.now();
  const seconds = () => Math.max(0.001, (performance.now() - started) / 1000);
  const rate = (documents: number) => `${Math.round(documents / seconds())} docs/s`;
  const left = (done: number) =>
    done > 0 ? `${Math.ceil((seconds() * Math.max(0, total - done)) / done)} s left` : '';
  if (!process.stderr.isTTY || process.env['CI']) return plainProgress(label, rate, left);
  const bar = new SingleBar({
    format: `${label} {bar} {percentage}% · {documents} docs · {rate} · {left}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(Math.max(1, total), 0, { documents: 0, rate: '', left: '' });
  return {
    update: (done, documents) =>
      bar.update(done, { documents, rate: rate(documents), left: left(done) }),
    say: (line) => {
      process.stderr.write(`\r\u001B[K${line}\n`);
      bar.render();
    },
    end: () => bar.stop(),
  };
}

function plainProgress(
  label: string,
  rate: (documents: number) => string,
  left: (done: number) => string,
): Progress {
  let lastLine = 0;
  return {
    update: (done, documents) => {
      if (performance.now() - lastLine < LINE_EVERY_MS) return;
      lastLine = performance.now();
      process.stderr.write(`${label}: ${documents} docs · ${rate(documents)} · ${left(done)}\n`);
    },
    say: (line) => void process.stderr.write(`${line}\n`),
    end: () => undefined,
  };
}

/** Counts what has no known end, on stderr: one line that changes in a terminal, else some lines. */
export interface Counter {
  update(done: number, counts: string): void;
  end(): void;
}

export function createCounter(label: string): Counter {
  const started = performance.now();
  const live = process.stderr.isTTY && !process.env['CI'];
  let last = started;
  return {
    update: (done, counts) => {
      const now = performance.now();
      if (now - last < (live ? LIVE_EVERY_MS : LINE_EVERY_MS)) return;
      last = now;
      const rate = Math.round((done * 10_000) / (now - started)) / 10;
      const line = `${label}: ${done} looked at · ${rate}/s · ${counts}`;
      process.stderr.write(live ? `\r\u001B[K${line}` : `${line}\n`);
    },
    end: () => {
      if (live) process.stderr.write('\r\u001B[K');
    },
  };
}
