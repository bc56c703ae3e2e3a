import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKeyPrefixes, nameKeys, type NameScript } from '../../indexer/language/name-key.js';

const letterOf = (letters: string) => fc.constantFrom(...Array.from(letters));
const scriptOf = (word: string): NameScript =>
  /\p{Script=Cyrillic}/u.test(word) ? 'Cyrl' : 'Latn';
const keysOf = (word: string) => nameKeys(word, scriptOf(word));
const meet = (a: string, b: string) => keysOf(a).some((key) => keysOf(b).includes(key));

describe('nameKeys', () => {
  it.each([
    ['tokayev', 'TOKAV'],
    ['əliyev', 'ALIV'],
    ['heydər', 'HAYDAR'],
    ['ceyhun', 'CAYHUN'],
    ['xankəndi', 'HANKANDI'],
    ['qəbələ', 'KABALA'],
    ['şuşa', 'WUWA'],
    ['kəlbəcər', 'KALBACAR'],
    ['çavuşoğlu', 'QAVUWOKLU'],
  ])('the main key of %s is %s', (word, key) => {
    expect(keysOf(word)[0]).toBe(key);
  });

  it.each([
    ['e before y in surnames', 'tokayev', ['tokaev', 'toqayev', 'tokajev', 'токаев', 'тоқаев']],
    ['h as г, x and h', 'heydər', ['heydar', 'haydar', 'гейдар', 'hейдәр', 'һејдәр']],
    ['c as j, dj, dzh, ж', 'hacıyev', ['hajiyev', 'hadjiyev', 'gadzhiev', 'гаджиев']],
    ['ə as a, e, я', 'gəncə', ['ganja', 'gence', 'gyandzha', 'гянджа']],
    ['x as kh and h', 'xocavənd', ['khojavend', 'hocavend', 'ходжавенд']],
    ['x as the sound of ks', 'aleksandr', ['alexandr', 'alexander', 'александр']],
    ['final ğ as kh', 'qarabağ', ['karabakh', 'karabağ', 'карабах']],
    ['final d and b as t and p', 'rəcəb', ['recep', 'rajab', 'реджеп']],
    ['d and b before a consonant', 'qubadlı', ['kubatlı', 'gubadli', 'губадлы']],
    ['final z as s', 'qafqaz', ['kafkas', 'кавказ']],
    ['double letters', 'kasım', ['kassym', 'qasym', 'касым', 'қасым']],
    ['-yan and -ian', 'paşinyan', ['pashinian', 'пашинян']],
    ['yar after a consonant', 'məmmədyarov', ['mammadyarov', 'mamedyarov', 'мамедъяров']],
    ['-y, -yy, -iy, -ий', 'zelenski', ['zelensky', 'zelenskyy', 'zelenskiy', 'зеленский']],
    ['ё printed as e', 'qorbaçov', ['gorbachev', 'горбачёв', 'горбачев']],
    ['the vowel before -stan', 'qazaxıstan', ['kazakhstan', 'kazakistan', 'қазақстан']],
    ['silent h', 'tahir', ['таир']],
    ['-zadeh', 'mustafazadə', ['mustafazadeh', 'mustafazada', 'мустафазаде']],
    ['English vowels', 'teymur', ['teimour', 'теймур']],
    ['Latin c', 'makron', ['macron', 'макрон']],
    ['German z and ch', 'fridrix', ['friedrich', 'фридрих']],
    ['j for y', 'yens', ['jens', 'йенс']],
    ['soft г before e', 'göyçay', ['goychay', 'гейчай']],
    ['au', 'avstriya', ['austria', 'австрия']],
    ['initial e for i', 'ibrahim', ['ebrahim', 'ибрагим']],
    ['-ye for i', 'irəvan', ['yerevan', 'ереван']],
    ['u at the end', 'bakı', ['baku', 'bakü', 'баку']],
    ['Arabic short vowels', 'məhəmməd', ['mohammed', 'мухаммед', 'muhammad']],
    ['a capital I lower-cased', 'isabəyev', ['ısabayev']],
    ['-bek for -bəy', 'gədəbəy', ['gedabek', 'гедабек', 'gadabey']],
    ['-bekov for -bəyov', 'hacıbəyov', ['hajibekov', 'гаджибеков']],
    ['-quli for -qulu', 'məmmədquluzadə', ['mammadgulizade', 'мамедкулизаде']],
    ['Turkmen -guly', 'qurbanqulu', ['gurbanguly', 'гурбангулы']],
    ['Turkish ev for öv', 'mövlud', ['mevlüt', 'mevlut', 'мевлют']],
    ['öv before l', 'dövlət', ['devlet', 'dovlat']],
    ['final g for ğ', 'qaradağ', ['karadag', 'карадаг', 'garadagh']],
    ['j before a consonant as c', 'brejnev', ['brezhnev', 'брежнев']],
    ['j before a consonant as y', 'meydan', ['mejdan']],
    ['a last -aja', 'kaya', ['kaja']],
    ['-njam-', 'benyamin', ['benjamin']],
    ['yj', 'freya', ['freyja']],
    ['Caucasian and Turkish forms of a name', 'məhəmmədov', ['magomedov', 'магомедов']],
    ['a silent h before m', 'məmməd', ['mehmet', 'mehmed']],
    ['a vowel after the initial r', 'rzayev', ['rizayev', 'rezayev', 'рзаев']],
    ['three sounds that begin with ə', 'əli', ['ali', 'али', 'əlı']],
    ['three sounds, sh and kh', 'şah', ['shah', 'шах']],
    ['three sounds with kh', 'xan', ['khan', 'han', 'хан']],
    ['three sounds with q', 'qax', ['gakh', 'гах']],
    ['y between i and e', 'kiyev', ['kiev', 'киев']],
    ['x of three letters', 'maks', ['max', 'макс']],
    ['three letters and a vowel unwritten', 'rza', ['rıza', 'reza', 'рза']],
  ])('%s: %s', (_, name, variants) => {
    expect(variants.filter((variant) => !meet(name, variant))).toEqual([]);
  });

  it.each([
    ['əliyev', 'əliyeva'],
    ['əliyevə', 'əliyeva'],
    ['samir', 'samirə'],
    ['nuri', 'nuriyə'],
    ['leyla', 'lalə'],
    ['merkel', 'markel'],
    ['quba', 'kuba'],
    ['quliyev', 'köliyev'],
    ['səfərov', 'zəfərov'],
    ['bayramov', 'bəhramov'],
    ['səfərov', 'şəfərov'],
    ['cavadov', 'çavadov'],
    ['tokayev', 'takayev'],
    ['cavid', 'cavad'],
    ['camal', 'kamal'],
    ['əliyeva', 'iliyeva'],
    ['elxan', 'ilxan'],
    ['quliyev', 'quluyev'],
    ['ganja', 'qana'],
    ['khadija', 'hədiyyə'],
    ['mehman', 'məmməd'],
    ['əli', 'ulu'],
    ['əli', 'eli'],
    ['əli', 'ata'],
    ['xan', 'can'],
    ['nil', 'nal'],
    ['nur', 'nar'],
    ['şam', 'sam'],
    ['can', 'çan'],
    ['bob', 'pop'],
    ['ana', 'ona'],
  ])('%s is not %s', (a, b) => {
    expect(keysOf(a)).not.toEqual([]);
    expect(meet(a, b)).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['digits', '2025'],
    ['hyphens', '----'],
    ['two letters', 'si'],
    ['an acronym with digits', 'cop29'],
    ['two vowels that are one sound', 'pool'],
    ['a diphthong', 'zaur'],
    ['an end that may change', 'fuad'],
    ['ə inside', 'ləl'],
    ['g before a front vowel', 'gül'],
    ['q before a back vowel', 'qul'],
    ['a last e that may be silent', 'one'],
    ['two consonants', 'act'],
  ])('%s: no key', (_, word) => {
    expect(keysOf(word)).toEqual([]);
  });

  it('gives ASCII letters only, three at least, for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: letterOf('acdeghijkoqstuvwxyzəığşçгеяюйьдж'), maxLength: 30 }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('Latn', 'Cyrl'), (word, origin) => {
        const keys = nameKeys(word, origin);
        for (const key of keys) expect(key).toMatch(/^[A-Z]{3,}$/);
        expect(new Set(keys).size).toBe(keys.length);
        expect(nameKeys(word, origin)).toEqual(keys);
      }),
    );
  });
});

describe('nameKeyPrefixes', () => {
  it.each([
    ['tok', 'tokayev'],
    ['tokay', 'tokaev'],
    ['geyd', 'heydər'],
    ['hey', 'heydər'],
    ['гейд', 'heydər'],
    ['mus', 'mushfig'],
    ['qubad', 'qubadlı'],
    ['qub', 'quba'],
    ['araz', 'araz'],
    ['məm', 'mammadov'],
    ['kazakhstan', 'qazaxıstan'],
  ])('%s begins %s', (typed, name) => {
    const prefixes = nameKeyPrefixes(typed, scriptOf(typed));
    expect(keysOf(name).some((key) => prefixes.some((prefix) => key.startsWith(prefix)))).toBe(
      true,
    );
  });

  it('is not devoiced at the end', () => {
    expect(nameKeyPrefixes('cavad', 'Latn')).toContain('CAVAD');
  });

  it('is empty under three letters', () => {
    expect(nameKeyPrefixes('to', 'Latn')).toEqual([]);
  });

  it('gives ASCII letters only, two at least, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('Latn', 'Cyrl'),
        (text, origin) => {
          for (const key of nameKeyPrefixes(text, origin)) expect(key).toMatch(/^[A-Z]{2,}$/);
        },
      ),
    );
  });
});
