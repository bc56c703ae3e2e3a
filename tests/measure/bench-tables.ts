import type { Timed } from './bench-serve.js';
import { KINDS } from './queries.js';
import { mean, quantile } from './table.js';

/** The embedded engine beside the bare full-text table that it stands on. */
export function printAgainstBare(timed: readonly Timed[]): void {
  if (timed.length === 0) return;
  console.log('                    engine ms             whole ms    engine p95 /');
  console.log('kind      queries   p50    p95    max     p50    p95   bare FTS5 p95');
  for (const [kind, rows] of byKind(timed)) {
    const engine = rows.map((row) => row.engine ?? 0);
    const whole = rows.map((row) => row.whole);
    const bare = rows.map((row) => row.bare ?? 0);
    const times = [quantile(engine, 0.5), quantile(engine, 0.95), Math.max(...engine)];
    const all = [...times, quantile(whole, 0.5), quantile(whole, 0.95)];
    const ratio = ratioOf(quantile(engine, 0.95), quantile(bare, 0.95));
    const numbers = all.map((time) => time.toFixed(1).padStart(7)).join('');
    console.log(
      `${kind.padEnd(10)}${String(rows.length).padStart(6)}${numbers}${ratio.padStart(10)}`,
    );
  }
}

/**
 * All runners, the whole answer of each. `own` is what is left when waiting for the server is taken
 * off; ratios are to the first runner of plain Meilisearch, else to the first of all.
 */
export function printSideBySide(timed: readonly Timed[]): void {
  const labels = [...new Set(timed.map(({ label }) => label))];
  const base = labels.find((label) => label.startsWith('plain')) ?? labels[0];
  console.log(
    `\n                                   whole ms            to ${base ?? ''}    own ms         requests`,
  );
  console.log(
    'kind      engine                   p50    p95    max      p50    p95      p50    p95    mean  max',
  );
  for (const [kind, rows] of byKind(timed)) {
    const of = (label: string | undefined) => rows.filter((row) => row.label === label);
    const compared = wholes(of(base));
    for (const label of labels) console.log(lineOf(kind, label, of(label), compared));
  }
}

const wholes = (rows: readonly Timed[]): number[] => rows.map(({ whole }) => whole);

function lineOf(kind: string, label: string, rows: readonly Timed[], base: readonly number[]) {
  const whole = wholes(rows);
  const own = rows.map((row) => row.whole - row.waited);
  const requests = rows.map((row) => row.requests);
  const times = [quantile(whole, 0.5), quantile(whole, 0.95), Math.max(...whole)];
  return [
    kind.padEnd(10),
    label.padEnd(21),
    ...times.map((time) => time.toFixed(1).padStart(7)),
    '  ',
    ...[0.5, 0.95].map((share) =>
      ratioOf(quantile(whole, share), quantile(base, share)).padStart(7),
    ),
    '  ',
    ...[0.5, 0.95].map((share) => quantile(own, share).toFixed(1).padStart(7)),
    '  ',
    mean(requests).toFixed(1).padStart(6),
    String(Math.max(...requests)).padStart(5),
  ].join('');
}

const ratioOf = (value: number, base: number): string => `${(value / base).toFixed(1)}x`;

function byKind(timed: readonly Timed[]): [string, Timed[]][] {
  return [...KINDS, 'all'].map((kind) => [
    kind,
    timed.filter((query) => kind === 'all' || query.kind === kind),
  ]);
}
