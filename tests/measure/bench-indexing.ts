import { execFileSync } from 'node:child_process';
import type { EngineName, Outcome, Place } from './asker.js';
import { dataPath } from './data.js';
import { openAxtar } from './house.js';
import { allowFacets, openPlain } from './plain.js';
import type { MeasuredServer } from './servers.js';
import { printOutcomes } from './table.js';

/** What making an index took. */
export interface Indexed {
  readonly documents: number;
  readonly skipped: number;
  readonly seconds: number;
  /** Bytes on the disk; absent on a server whose disk is not here. */
  readonly bytes?: number;
  /** Distinct words; plain Meilisearch does not tell. */
  readonly words?: number;
  /** Megabytes of this process when it had indexed. */
  readonly memory: number;
}

export const benchFiles = (): string[] =>
  ['news.jsonl', 'laws.jsonl'].map((name) => dataPath(name));

/** Indexes the files of the benchmark in a place. */
export async function indexIn(
  place: Place,
  name: EngineName,
  server: MeasuredServer | undefined,
): Promise<Indexed> {
  const indexed = await (name === 'plain' ? indexPlain(place) : indexAxtar(place));
  return server?.folder === undefined ? indexed : { ...indexed, bytes: sizeOf(server.folder) };
}

async function indexAxtar(place: Place): Promise<Indexed> {
  const axtar = openAxtar(place);
  const made = await timeIndexing(axtar.index);
  const { bytes, words } = await axtar.engine.stats();
  await axtar.close();
  return { ...made, bytes, words };
}

const indexPlain = (place: Place): Promise<Indexed> => timeIndexing(openPlain(place).index);

async function timeIndexing(index: ReturnType<typeof openPlain>['index']): Promise<Indexed> {
  const started = performance.now();
  const { documents, skipped } = await index(benchFiles());
  const seconds = (performance.now() - started) / 1000;
  return { documents, skipped, seconds, memory: process.memoryUsage().rss / 1e6 };
}

/** Bytes that a folder takes on the disk. */
const sizeOf = (folder: string): number =>
  1024 * Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]);

const rateOf = ({ documents, seconds }: Indexed): number => documents / seconds;
const megabytes = (bytes = NaN): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Prints one engine's indexing in three lines, that of several side by side. */
export function printIndexing(made: readonly Outcome<Indexed>[]): void {
  const [first, ...others] = made;
  if (!first) return;
  if (others.length > 0) {
    compareIndexing(made, first.result);
    return;
  }
  const { documents, skipped, seconds, bytes, words, memory } = first.result;
  const counts = `${documents} documents, ${skipped} skipped`;
  console.log(
    `indexing    ${counts}, ${seconds.toFixed(1)} s, ${Math.round(rateOf(first.result))}/s`,
  );
  console.log(
    `index       ${megabytes(bytes)}${words === undefined ? '' : `, ${words} distinct words`}`,
  );
  console.log(`memory      ${Math.round(memory)} MB resident, the whole process that has indexed`);
}

/** Ratios are to the first engine. */
function compareIndexing(made: readonly Outcome<Indexed>[], first: Indexed): void {
  const times = (value: number, base: number) => `(${(value / base).toFixed(2)}x)`;
  printOutcomes('Indexing', made, [
    ['documents', ({ documents, skipped }) => `${documents}, ${skipped} skipped`],
    ['seconds', ({ seconds }) => seconds.toFixed(1)],
    [
      'documents a second',
      (each) => `${Math.round(rateOf(each))} ${times(rateOf(each), rateOf(first))}`,
    ],
    [
      'on disk',
      ({ bytes }) =>
        bytes === undefined ? '-' : `${megabytes(bytes)} ${times(bytes, first.bytes ?? NaN)}`,
    ],
  ]);
}

/** After the index has been measured: what is not set by default is no part of the plain index. */
export const prepareServing = (place: Place, name: EngineName): Promise<void> =>
  name === 'plain' ? allowFacets(place) : Promise.resolve();
