import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../indexer/config.js';
import { fold } from '../../indexer/language/fold.js';
import { createStemmer, StemmerWords } from '../../indexer/language/stem/stemmer.js';

const words = readConfig('stemmer', StemmerWords);
const { stem, stems, stemFolded, stemsFolded } = createStemmer(words);

/** The keys that a word is indexed under. */
const keysOf = (word: string) => new Set([fold(stem(word)), stemFolded(fold(word))]);
const meet = (a: string, b: string) => [...keysOf(a)].some((key) => keysOf(b).has(key));

describe('noun endings', () => {
  it.each([
    ['plural', 'kitablar', 'kitab'],
    ['possessive', 'kitabı', 'kitab'],
    ['genitive', 'qazaxıstanın', 'qazaxıstan'],
    ['genitive of a month', 'avqustun', 'avqust'],
    ['dative', 'dənizə', 'dəniz'],
    ['locative after a possessive', 'kitabında', 'kitab'],
    ['ablative of a plural', 'dağlardan', 'dağ'],
    ['instrumental', 'uğurla', 'uğur'],
    ['the whole word ilə, joined', 'münasibətilə', 'münasibət'],
    ['our', 'dövlətimizin', 'dövlət'],
    ['your', 'evinizdə', 'ev'],
    ['my', 'kitabımdan', 'kitab'],
    ['relational', 'şəhərdəkilər', 'şəhər'],
    ['copula', 'həyatdır', 'həyat'],
    ['five endings', 'təşkilatlarımızdakılardan', 'təşkilat'],
    ['a two-letter noun', 'evə', 'ev'],
  ])('strips: %s', (_, word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it.each([
    ['q for ğ', 'torpağı', 'torpaq'],
    ['k for y', 'ürəyimizdən', 'ürək'],
    ['k for y in the dative', 'nazirliyə', 'nazirlik'],
    ['k for y in the dative of a listed noun', 'ürəyə', 'ürək'],
    ['no k where y is the stem', 'sarayı', 'saray'],
    ['a dropped vowel', 'fikrini', 'fikir'],
    ['another dropped vowel', 'oğlunun', 'oğul'],
  ])('restores: %s', (_, word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it.each([
    ['a final n', 'vətəni', 'vətən'],
    ['a final genitive', 'qanunun', 'qanun'],
    ['a final m', 'məqamında', 'məqam'],
    ['a final s', 'iclası', 'iclas'],
    ['a final d', 'kəndə', 'kənd'],
    ['a final l', 'təhsilə', 'təhsil'],
    ['a final o', 'metronu', 'metro'],
    ['a plural', 'dollar', 'dollar'],
    ['an aorist', 'qatar', 'qatar'],
  ])('spares a listed word with %s', (_, word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it.each([['qalib'], ['bu'], ['su'], ['ev'], ['x'], ['təmiz'], ['2024'], ['']])(
    'leaves %j',
    (word) => {
      expect(stem(word)).toBe(word);
    },
  );
});

describe('verb endings', () => {
  it.each([
    ['etmək', 'etmək'],
    ['edir', 'etmək'],
    ['edəcəyik', 'etmək'],
    ['etməyib', 'etmək'],
    ['etmişdir', 'etmək'],
    ['edirdilər', 'etmək'],
    ['edilməsinə', 'edilmək'],
    ['edilə', 'edilmək'],
    ['olunanların', 'olunmaq'],
    ['yaradır', 'yaratmaq'],
    ['yaşayan', 'yaşamaq'],
    ['bildirdiyini', 'bildirmək'],
    ['gəldikdə', 'gəlmək'],
    ['keçirilərkən', 'keçirilmək'],
    ['olaraq', 'olmaq'],
    ['keçirilməlidir', 'keçirilmək'],
    ['rəqəmsallaşdırılmışdır', 'rəqəmsallaşdırılmaq'],
  ])('%s is of %s', (word, infinitive) => {
    expect(stem(word)).toBe(infinitive);
  });

  it.each([
    ['başlar', 'baş'],
    ['yazılar', 'yazı'],
    ['atdan', 'at'],
    ['qalib', 'qalib'],
  ])('%s is a noun form: %s', (word, noun) => {
    expect(stem(word)).toBe(noun);
  });
});

describe('words that meet', () => {
  it.each([
    ['səfər', 'səfərinin'],
    ['görüşü', 'görüşlərdə'],
    ['münasibətlərimizi', 'münasibət'],
    ['oktyabrın', 'oktyabr'],
    ['onlarla', 'onun'],
    ['suyun', 'su'],
    ['verilib', 'verilməsi'],
  ])('%s and %s', (a, b) => {
    expect(meet(a, b)).toBe(true);
  });

  it.each([
    ['səfir', 'səfirlik'],
    ['dost', 'dostluq'],
    ['qazax', 'qazaxıstan'],
    ['tələbə', 'tələb'],
    ['hissə', 'hiss'],
    ['gecə', 'gec'],
    ['qəza', 'qaz'],
    ['məna', 'mən'],
    ['qanun', 'qan'],
    ['at', 'atmaq'],
    ['açmaq', 'açılmaq'],
    ['əliyevə', 'əliyeva'],
    ['yazıları', 'yazılmışdı'],
    ['iqtisadi', 'iqtisadiyyat'],
    ['görə', 'gördü'],
    ['diplomat', 'diplomatiya'],
  ])('%s and %s stay apart', (a, b) => {
    expect(meet(a, b)).toBe(false);
  });
});

describe('folded words', () => {
  it.each([
    ['qazaxistanin', 'qazaxistan'],
    ['munasibetlerimizi', 'munasibet'],
    ['ureyimizden', 'urek'],
    ['torpagi', 'torpaq'],
    ['edilmesine', 'edilmek'],
    ['goruslerinde', 'gorus'],
    ['maasi', 'maas'],
    ['industriya', 'industriya'],
  ])('%s -> %s', (word, expected) => {
    expect(stemFolded(word)).toBe(expected);
  });

  it.each([['görüşlərdə'], ['ürəyimiz'], ['öyrənildi'], ['çıxışında'], ['müqavilənin']])(
    'a query without diacritics finds %s',
    (word) => {
      expect(keysOf(word)).toContain(stemFolded(fold(word)));
    },
  );
});

/** Words built as the language builds them, and with the endings in any order. */
const inflected = fc
  .tuple(
    fc.constantFrom(
      ...words.verbRoots,
      ...words.protected.flatMap((group) => group.words),
      'ələk',
      'zıx',
    ),
    fc.array(
      fc.constantFrom('lar', 'lər', 'ı', 'i', 'u', 'ü', 'sı', 'nın', 'də', 'dan', 'ım', 'mək', 'maq', 'ma', 'il', 'ır', 'ib', 'dır', 'ə', 'a', 'yə', 'la', 'ilə', 't', 'd', 'y', 'ğ'), // prettier-ignore
      { maxLength: 6 },
    ),
  )
  .map(([root, endings]) => root + endings.join(''));

describe.each([
  ['stem', stem, (word: string) => word],
  ['stemFolded', stemFolded, fold],
])('%s of any string', (_, stemOf, spell) => {
  const isSound = (word: string) => {
    const result = stemOf(word);
    expect(stemOf(result)).toBe(result);
    expect(result === '').toBe(word === '');
  };

  it('is its own stem, and not empty: inflected words', () => {
    fc.assert(
      fc.property(inflected, (word) => isSound(spell(word))),
      { numRuns: 3000 },
    );
  });

  it('is its own stem, and not empty: arbitrary strings', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 70 }), isSound));
  });
});

describe('config/stemmer.json', () => {
  const listed = words.protected.flatMap((group) => group.words);

  it.each([
    ['protected', listed],
    ['verbRoots', words.verbRoots],
    ['softeningRoots', words.softeningRoots],
    ['vowelDropping', words.vowelDropping],
    ['shortNouns', words.shortNouns],
  ])('%s has no word twice', (_, list) => {
    expect(list.filter((word, at) => list.indexOf(word) !== at)).toEqual([]);
  });

  it('protects every protected word', () => {
    expect(listed.filter((word) => stem(word) !== word)).toEqual([]);
  });

  it('sends irregular forms to stems', () => {
    const targets = Object.values(words.irregular);
    expect(targets.filter((word) => stem(word) !== word)).toEqual([]);
  });

  it('softens listed roots in t only', () => {
    const roots = new Set(words.verbRoots);
    expect(words.softeningRoots.filter((root) => !root.endsWith('t') || !roots.has(root))).toEqual(
      [],
    );
  });
});

describe('words that may be two', () => {
  it.each([
    ['of a commander, of the team', 'komandanın', ['komandan', 'komanda']],
    ['a woman who teaches, to a teacher', 'müəllimə', ['müəllimə', 'müəllim']],
    ['an apple, a German', 'almanı', ['alman', 'alma']],
    ['only one where it is a word as it stands', 'alman', ['alman']],
    ['a woman, not a dative', 'Samirə'.toLowerCase(), ['samirə']],
    ['a woman’s surname', 'abbasova', ['abbasova']],
    ['one like most', 'kitabın', ['kitab']],
  ])('%s: %s', (_, word, expected) => {
    expect(stems(word)).toEqual(expected);
  });

  it('are two in folded letters too', () => {
    expect(stemsFolded('komandanin')).toEqual(['komandan', 'komanda']);
  });
});
