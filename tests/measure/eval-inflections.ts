import type { Asker, EachContender } from './asker.js';
import { sample, withTitles } from './corpus.js';
import { readTable } from './data.js';
import { percent, printOutcomes } from './table.js';

const SAMPLE = 300;
const MOST_FOUND = 100;

interface Forms {
  /** Lemmas of each form of one source. */
  readonly lemmas: ReadonlyMap<string, ReadonlySet<string>>;
  readonly source: string;
}

interface Counts {
  readonly source: string;
  /** Other forms of the lemma that there are, forms that were found, and those that are both. */
  readonly gold: number;
  readonly found: number;
  readonly right: number;
}

function formsBySource(): Forms[] {
  const rows = readTable('eval/stem-groups.tsv');
  const sources = [...new Set(rows.map(({ source = '' }) => source))];
  return sources.map((source) => {
    const lemmas = new Map<string, Set<string>>();
    for (const { form = '', lemma = '' } of rows.filter((row) => row['source'] === source)) {
      lemmas.set(form, (lemmas.get(form) ?? new Set()).add(lemma));
    }
    return { source, lemmas };
  });
}

/** The other forms that share a lemma with one; no more can be found than a page holds. */
function relatives({ lemmas }: Forms, form: string): string[] {
  const own = [...(lemmas.get(form) ?? [])];
  return [...lemmas]
    .filter(([other, of]) => other !== form && own.some((lemma) => of.has(lemma)))
    .map(([other]) => other)
    .slice(0, MOST_FOUND);
}

async function askForms(asker: Asker, sources: readonly Forms[]): Promise<Counts[]> {
  const counts: Counts[] = [];
  for (const forms of sources) {
    for (const form of sample([...forms.lemmas.keys()], SAMPLE)) {
      const gold = relatives(forms, form);
      const { hits } = await asker.ask({ q: `${form} `, hitsPerPage: MOST_FOUND });
      const found = hits.filter(({ title }) => title !== form && forms.lemmas.has(title));
      const right = found.filter(({ title }) => gold.includes(title)).length;
      counts.push({ source: forms.source, gold: gold.length, found: found.length, right });
    }
  }
  return counts;
}

/** Forms as queries, over documents that are one form each: are the lemma's other forms found? */
export async function evaluateInflections(each: EachContender): Promise<void> {
  const sources = formsBySource();
  const forms = [...new Set(sources.flatMap(({ lemmas }) => [...lemmas.keys()]))];
  const titles = new Map(forms.map((form, at) => [`form-${at}`, form]));
  const outcomes = await withTitles(titles, (path) =>
    each([path], (asker) => askForms(asker, sources)),
  );
  const share =
    (source: string, of: 'gold' | 'found') =>
    (counts: readonly Counts[]): string => {
      const those = counts.filter((each) => each.source === source);
      const sum = (field: 'gold' | 'found' | 'right') =>
        those.reduce((total, each) => total + each[field], 0);
      return percent(sum('right') / Math.max(1, sum(of)));
    };
  printOutcomes(
    `Inflected forms as queries, over ${titles.size} documents that are one form`,
    outcomes,
    sources.flatMap(({ source }) => [
      [`${source}: recall`, share(source, 'gold')] as const,
      [`${source}: precision`, share(source, 'found')] as const,
    ]),
  );
}
