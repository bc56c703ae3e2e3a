import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadLexicon, type SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import { EVERYDAY, mine, spellingsIn } from './corpus.js';

const TWO_SPELLINGS = [
  'Nazir Corc Blumental Naxçıvanda konsert salonunu gəzib',
  'Dirijor Corc Blumental Naxçıvanda konsert verəcək',
  'Dirijor Corc Blumentalın konserti təxirə salınıb',
  'Dirijor Corc Blümentall Naxçıvanda konsert verib',
];

const TYPO = [
  ...Array.from({ length: 12 }, () => 'Universitet tələbələri üçün təqaüd məbləği artırılıb'),
  'Universitet tələbələri üçün təqüad məbləği açıqlanıb',
];

it('proposes two spellings of a name, inflections counted with it', async () => {
  const { proposals, articles } = await mine(TWO_SPELLINGS);
  expect(articles).toBe(TWO_SPELLINGS.length + EVERYDAY.length);
  expect(proposals).toHaveLength(1);
  expect(proposals[0]).toMatchObject({
    kind: 'name',
    file: 'name-aliases.json',
    change: 'add',
    entry: { id: 'blumental', mode: 'mutual', head: 'Blumental', members: ['Blümentall'] },
  });
  expect(proposals[0]?.evidence.spellings).toMatchObject([
    { spelling: 'Blumental', count: 3, articles: 3, examples: ['a0', 'a1'] },
    { spelling: 'Blümentall', count: 1, forms: ['Blümentall'], examples: ['a3'] },
  ]);
  expect(proposals[0]?.evidence.pairs[0]).toMatchObject({ sound: true });
  expect(proposals[0]?.evidence.pairs[0]?.neighbours).toContain('corc');
});

it('proposes a typo one way, from the frequent spelling', async () => {
  const { proposals } = await mine(TYPO);
  expect(proposals).toHaveLength(1);
  expect(proposals[0]).toMatchObject({
    kind: 'typo',
    file: 'synonyms.json',
    entry: { mode: 'oneway', head: 'təqaüd', members: ['təqüad'] },
  });
});

it('sets a slip seen inflected only beside the same form of the word', async () => {
  const { proposals } = await mine([
    ...Array.from({ length: 4 }, () => 'Naxçıvan respublikanın ayrılmaz tərkib hissəsidir'),
    ...Array.from({ length: 8 }, () => 'Tamaşaya büdcədən vəsait ayrılıb'),
    'Deputat: Naxçıvan respublikanın ayılmaz tərkib hissəsidir',
  ]);
  expect(proposals.map(({ entry }) => [entry.head, ...entry.members])).toEqual([
    ['ayrılmaz', 'ayılmaz'],
  ]);
});

it('gives all slips of one word one entry', async () => {
  const mined = await mine([...TYPO, 'Universitet tələbələri üçün təqaaüd məbləği bəlli oldu']);
  expect(mined.proposals).toHaveLength(1);
  expect(spellingsIn(mined)[0]?.toSorted()).toEqual(['təqaaüd', 'təqaüd', 'təqüad']);
});

it.each([
  ['Əliyev', 'Əliyeva'],
  ['Kərimov', 'Kərimli'],
  ['Samir', 'Samirə'],
  ['Kamal', 'Kamil'],
  ['Astana', 'Astara'],
  ['Latviya', 'Litva'],
])('takes %s and %s, seen in other company, for two names', async (one, other) => {
  const mined = await mine([
    `Rejissor Nadir ${one} yeni filmini Berlində təqdim edib`,
    `Nadir ${one} Berlində film festivalında mükafat alıb`,
    `Tamaşaçılar Nadir ${one} haqqında filmə baxıblar`,
    `Güləşçi Zaur ${other} Budapeştdə qızıl medal qazanıb`,
    `Zaur ${other} Budapeştdə rəqibini məğlub edib`,
    `Məşqçi Zaur ${other} haqqında danışıb`,
  ]);
  expect(spellingsIn(mined)).toEqual([]);
});

it.each([
  ['Əliyev', 'Əliyeva'],
  ['Samir', 'Samirə'],
])('takes %s and %s for two names even in the same company', async (one, other) => {
  const titles = [one, one, one, other].map((name) => `Həkim Nadir ${name} Şuşada klinika açıb`);
  expect(spellingsIn(await mine(titles))).toEqual([]);
});

it('takes names that stand side by side for two', async () => {
  const titles = ['Mirzəyev', 'Mirzoyev'].map((name) => `Usta ${name} xalça toxuyub`);
  const both = ['Usta Mirzəyev və Mirzoyev xalça toxuyub'];
  expect(spellingsIn(await mine([...titles, ...both, ...titles]))).toEqual([]);
});

it('takes abbreviations that differ for two', async () => {
  const titles = ['KOBİA', 'KOBİA', 'KOBİA', 'KOSİA'].map(
    (name) => `${name} fermerlərə güzəştli kredit ayırır`,
  );
  expect(spellingsIn(await mine(titles))).toEqual([]);
});

it('leaves out what search takes for one word anyway', async () => {
  const titles = ['Şəkidə', 'Sekide', 'Şəkinin'].map(
    (form) => `${form} ipək karvansarayı bərpa olunur`,
  );
  expect(spellingsIn(await mine(titles))).toEqual([]);
});

const blumental: SynonymGroup = {
  id: 'conductor',
  mode: 'mutual',
  head: 'Blumental',
  members: ['Blumenthal'],
};

it('leaves out what the lexicon knows', async () => {
  const groups = [{ ...blumental, members: ['Corc Blümentall'] }];
  expect(spellingsIn(await mine(TWO_SPELLINGS, { groups }))).toEqual([]);
});

it('extends the group that has one of the spellings', async () => {
  const { proposals } = await mine(TWO_SPELLINGS, { groups: [blumental] });
  expect(proposals).toMatchObject([
    { change: 'extend', entry: { ...blumental, members: ['Blumenthal', 'Blümentall'] } },
  ]);
});

it('gives an entry an id of its own', async () => {
  const other: SynonymGroup = { id: 'blumental', mode: 'mutual', head: 'nar', members: ['ənar'] };
  const { proposals } = await mine(TWO_SPELLINGS, { groups: [other] });
  expect(proposals.map(({ entry }) => entry.id)).toEqual(['blumental-2']);
});

it('leaves out spellings in fewer articles than asked for', async () => {
  expect(spellingsIn(await mine(TYPO, { minCount: 2 }))).toEqual([]);
});

it('makes entries that the lexicon takes', async () => {
  const { proposals } = await mine([...TWO_SPELLINGS, ...TYPO]);
  const folder = mkdtempSync(join(tmpdir(), 'variants-'));
  const write = (name: string, content: object) => {
    writeFileSync(join(folder, name), JSON.stringify({ provenance: 'test', ...content }));
  };
  write('stop-words.json', { words: ['və'] });
  for (const file of ['synonyms.json', 'name-aliases.json']) {
    const own = proposals.filter((proposal) => proposal.file === file);
    write(file, { groups: own.map(({ entry }) => entry) });
  }
  const { synonyms } = loadLexicon(folder);
  rmSync(folder, { recursive: true });
  expect(synonyms.map(({ id }) => id).toSorted()).toEqual(['blumental', 'teqaud-typo']);
});

it('has nothing to propose of nothing', async () => {
  expect(spellingsIn(await mine([]))).toEqual([]);
});
