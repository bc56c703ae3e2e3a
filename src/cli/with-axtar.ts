import { composeAxtar, type Axtar } from '../compose.js';
import { readEnvironment } from '../environment.js';

/** Opens the service that the environment describes, for as long as `work` takes. */
export async function withAxtar<Result>(work: (axtar: Axtar) => Promise<Result>): Promise<Result> {
  const axtar = composeAxtar(readEnvironment(process.env));
  try {
    return await work(axtar);
  } finally {
    await axtar.close();
  }
}

/** Writes to stdout, waiting when the reader is slower than we are. */
export async function print(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}
