import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import { checkSynonyms, type Finding } from '../../indexer/lexicon/check.js';
import { readGroupFiles } from '../../indexer/lexicon/check-files.js';
import { loadLexicon, type SynonymGroup } from '../../indexer/lexicon/lexicon.js';

const analyzer = createAnalyzer();
const words = {
  stopWords: new Set(['və', 'ilə']),
  questionWords: new Set<string>(),
  questionPhrases: [],
  auxiliaries: new Set<string>(),
  answerWords: new Map<string, string>(),
};

type Extras = Pick<SynonymGroup, 'cased' | 'note'>;
const make =
  (mode: SynonymGroup['mode']) =>
  (id: string, [head = '', ...members]: readonly string[], extras: Extras = {}): SynonymGroup => ({
    id,
    mode,
    head,
    members,
    ...extras,
  });
const [mutual, oneway, off] = [make('mutual'), make('oneway'), make('off')];

const check = (...synonyms: readonly SynonymGroup[]): Finding[] =>
  checkSynonyms({ synonyms, ...words }, analyzer);

/** Findings without their prose. */
const brief = (...groups: readonly SynonymGroup[]) =>
  check(...groups).map(({ kind, severity, groups: ids, phrases }) => ({
    kind,
    severity,
    ids,
    phrases,
  }));

const useless = (severity: Finding['severity'], id: string, ...phrases: readonly string[]) => [
  { kind: 'useless', severity, ids: [id], phrases },
];

describe('useless phrases', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['a phrase without a word', ['dəniz', '…'], ['…']],
    ['a phrase of stop words', ['dəniz', 'və ilə'], ['və ilə']],
    ['the head once more', ['dəniz', 'dərya', 'DENIZ'], ['DENIZ']],
    ['a member once more', ['dəniz', 'Xəzər-dərya', 'xəzər dərya'], ['xəzər dərya']],
    ['an inflection with the same stem', ['kitab', 'kitabın'], ['kitabın']],
    ['Cyrillic that is read as the head', ['Tramp', 'Trump', 'Трамп'], ['Трамп']],
    ['Cyrillic that is read as two members', ['qazprom', 'gazprom', 'газпром'], ['газпром']],
    ['several words, word for word', ['Bill Geyts', 'Билл Гейтс'], ['Билл Гейтс']],
    ['several of them', ['dəniz', '…', '?'], ['…', '?']],
  ])('%s is an error', (_, phrases, found) => {
    expect(brief(mutual('a', phrases))).toEqual(useless('error', 'a', ...found));
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['stems that meet, but not all', ['Ərdoğan', 'Эрдоган'], ['Эрдоган']],
    ['name keys that meet', ['Qəbələ', 'Gabala'], ['Gabala']],
    ['name keys of several words', ['Taylor Svift', 'Teylor Svift'], ['Teylor Svift']],
  ])('%s are a warning: not every text is met so', (_, phrases, found) => {
    expect(brief(mutual('a', phrases))).toEqual(useless('warning', 'a', ...found));
  });

  it('the words of the head with others around them add nothing, one way', () => {
    const phrases = ['Təhsil Nazirliyi', 'Elm və Təhsil Nazirliyi'];
    expect(brief(oneway('a', phrases))).toEqual(useless('warning', 'a', 'Elm və Təhsil Nazirliyi'));
    expect(brief(mutual('a', phrases))).toEqual([]);
    expect(brief(oneway('a', ['Təhsil Nazirliyi', 'Təhsil və Elm Nazirliyi']))).toEqual([]);
  });

  it('a wording of several words is sought as spelt, so an inflection inside it counts', () => {
    const phrases = ['SOCAR', 'Respublika Neft Şirkəti', 'Respublikanın Neft Şirkəti'];
    expect(check(mutual('a', phrases)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each([
    ['names written small', mutual('a', ['qəbələ', 'gabala'])],
    ['other words', mutual('a', ['dəniz', 'dərya', 'umman'])],
    [
      'a spelling that counts only as written',
      mutual('a', ['dərya', 'DƏNİZ', 'dəniz'], { cased: ['DƏNİZ'] }),
    ],
    ['whatever is off', off('a', ['dəniz', 'DENIZ', '…'])],
  ])('%s: nothing to say', (_, group) => {
    expect(check(group)).toEqual([]);
  });

  it('says when nothing is left of the group', () => {
    expect(check(mutual('a', ['kitab', 'kitabın', 'китаб']))[0]?.message).toMatch(
      /drop the group$/,
    );
    expect(check(mutual('a', ['kitab', 'kitabın', 'dəftər']))[0]?.message).toMatch(/drop it$/);
  });
});

describe('clashing groups', () => {
  it('search may take two phrases for one: a warning', () => {
    const [ministry, agency] = [
      mutual('ministry', ['Xarici İşlər Nazirliyi', 'МИД']),
      mutual('agency', ['Mənzil Agentliyi', 'MİDA']),
    ];
    expect(brief(ministry, agency)).toEqual([
      {
        kind: 'clashing',
        severity: 'warning',
        ids: ['ministry', 'agency'],
        phrases: ['МИД', 'MİDA'],
      },
    ]);
    expect(brief({ ...ministry, cased: ['МИД'] }, { ...agency, cased: ['MİDA'] })).toEqual([]);
  });

  it('two one-way groups with one head: a warning, unless both say why', () => {
    const bank = oneway('bank', ['DB', 'Dünya Bankı'], { cased: ['DB'] });
    const railway = oneway('railway', ['DB', 'Deutsche Bahn'], { cased: ['DB'] });
    const found = [
      { kind: 'clashing', severity: 'warning', ids: ['bank', 'railway'], phrases: ['DB', 'DB'] },
    ];
    expect(brief(bank, railway)).toEqual(found);
    expect(brief({ ...bank, note: 'Two meanings.' }, railway)).toEqual(found);
    expect(
      brief({ ...bank, note: 'Two meanings.' }, { ...railway, note: 'Two meanings.' }),
    ).toEqual([]);
  });

  it('spellings that count only as written are another phrase', () => {
    expect(
      brief(
        mutual('institute', ['institut', 'DOST'], { cased: ['DOST'] }),
        mutual('friend', ['yoldaş', 'dost']),
      ),
    ).toEqual([]);
  });

  it('one way and both ways contradict each other', () => {
    const both = mutual('both', ['gəmi', 'təyyarə', 'qatar']);
    expect(brief(oneway('one', ['gəmi', 'qatar']), both)).toEqual([
      {
        kind: 'clashing',
        severity: 'error',
        ids: ['one', 'both'],
        phrases: ['gəmi', 'qatar', 'gəmi'],
      },
    ]);
    expect(brief(oneway('one', ['gəmi', 'avtobus']), both)).toEqual([]);
  });

  it('one way from one meaning to another is a warning, unless the note says why', () => {
    const [old, now] = [mutual('old', ['dəniz', 'dərya']), mutual('now', ['göl', 'nohur'])];
    const renamed = oneway('renamed', ['dəniz', 'göl']);
    expect(brief(old, now, renamed)).toEqual([
      {
        kind: 'clashing',
        severity: 'warning',
        ids: ['renamed', 'old', 'now'],
        phrases: ['dəniz', 'dəniz', 'göl', 'göl'],
      },
    ]);
    expect(brief(old, now, { ...renamed, note: 'Renamed in 2022.' })).toEqual([]);
  });

  it('a pair is off in one group and on in another', () => {
    const metonym = off('metonym', ['Astana', 'Qazaxıstan']);
    const found = (id: string, head: string) => [
      {
        kind: 'clashing',
        severity: 'error',
        ids: ['metonym', id],
        phrases: ['Astana', 'Qazaxıstan', head],
      },
    ];
    expect(brief(metonym, oneway('one', ['Astana', 'Qazaxıstan']))).toEqual(found('one', 'Astana'));
    expect(brief(metonym, mutual('both', ['Türküstan', 'Qazaxıstan', 'Astana']))).toEqual(
      found('both', 'Türküstan'),
    );
    expect(brief(metonym, oneway('reverse', ['Qazaxıstan', 'Astana']))).toEqual([]);
    expect(brief(metonym, mutual('town', ['Astana', 'Akmola']))).toEqual([]);
  });
});

describe('cyclic and chained groups', () => {
  const cyclic = (ids: readonly string[], phrases: readonly string[]) => [
    { kind: 'cyclic', severity: 'error', ids, phrases },
  ];

  it('two one-way groups that lead to each other', () => {
    expect(
      brief(oneway('a', ['gəmi', 'qatar']), oneway('b', ['qatar', 'gəmi', 'avtobus'])),
    ).toEqual(cyclic(['a', 'b'], ['gəmi', 'qatar']));
  });

  it('a longer way round, by inflected words too, found once', () => {
    expect(
      brief(
        oneway('a', ['gəmi', 'qatarlar']),
        oneway('b', ['qatar', 'avtobus']),
        oneway('c', ['avtobus', 'gəmi']),
        oneway('d', ['təyyarə', 'gəmi']),
      ),
    ).toEqual(cyclic(['a', 'b', 'c'], ['gəmi', 'qatar', 'avtobus']));
  });

  it('a way that does not lead back is none', () => {
    expect(
      brief(
        oneway('a', ['gəmi', 'qatar', 'avtobus']),
        oneway('b', ['qatar', 'avtobus']),
        oneway('c', ['avtobus', 'təyyarə']),
      ),
    ).toEqual([]);
  });

  it('mutual groups with a phrase in common, in whatever script', () => {
    const groups = [
      mutual('sea', ['dəniz', 'dərya']),
      mutual('ocean', ['okean', 'dərya', 'umman']),
      mutual('deep', ['dərin', 'UMMAN']),
    ];
    expect(brief(...groups)).toEqual([
      {
        kind: 'chained',
        severity: 'error',
        ids: ['sea', 'ocean'],
        phrases: ['dərya', 'dərya'],
      },
      {
        kind: 'chained',
        severity: 'error',
        ids: ['ocean', 'deep'],
        phrases: ['umman', 'UMMAN'],
      },
    ]);
    expect(check(...groups)[0]?.message).toContain('merge "sea" and "ocean"');
    expect(brief(mutual('a', ['Tramp', 'gəmi']), mutual('b', ['Трамп', 'qatar']))).toMatchObject([
      { kind: 'chained', phrases: ['Tramp', 'Трамп'] },
    ]);
  });

  it('a one-way group may go on from a mutual one', () => {
    expect(
      brief(mutual('a', ['aeroport', 'airport']), oneway('b', ['aeroport', 'aeropot'])),
    ).toEqual([]);
  });
});

describe('findings', () => {
  it('name the file of each group, where it is known', () => {
    const lexicon = {
      synonyms: [mutual('sea', ['dəniz', 'dərya']), mutual('name', ['umman', 'dərya'])],
      ...words,
    };
    const files = new Map([
      ['sea', 'synonyms.json'],
      ['name', 'name-aliases.json'],
    ]);
    const start = (message = '') => message.split(':')[0];
    expect(checkSynonyms(lexicon, analyzer, files).map(({ message }) => start(message))).toEqual([
      'synonyms.json, group "sea" and name-aliases.json, group "name"',
    ]);
    expect(checkSynonyms(lexicon, analyzer).map(({ message }) => start(message))).toEqual([
      'group "sea" and group "name"',
    ]);
  });

  it('come errors first', () => {
    const found = check(mutual('a', ['Qəbələ', 'Gabala']), mutual('b', ['dəniz', '…']));
    expect(found.map(({ severity }) => severity)).toEqual(['error', 'warning']);
  });
});

describe('the shipped lexicon', () => {
  const lexicon = loadLexicon();
  const files = readGroupFiles();

  it('has a file for every group', () => {
    expect([...files.keys()]).toEqual(lexicon.synonyms.map(({ id }) => id));
    expect(files.get('un')).toBe('synonyms.json');
    expect(files.get('trump')).toBe('name-aliases.json');
  });

  it('has no errors', () => {
    const found = checkSynonyms(lexicon, analyzer, files);
    expect(
      found.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    ).toEqual([]);
  });
});
