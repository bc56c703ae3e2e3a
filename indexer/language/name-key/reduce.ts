const VOWELS = 'AE@IOUY';
const FINAL_DEVOICING: Readonly<Record<string, string>> = { D: 'T', B: 'P', C: 'Q', Z: 'S' };
/** Qubadlı = Kubatlı, Abşeron = Апшерон, Qafqaz = Кавказ. */
const CODA_DEVOICING: Readonly<Record<string, string>> = { D: 'T', B: 'P', V: 'F' };
/** Mehdi = Мехти, Ələkbər = Алекпер. */
const DEVOICING_CLUSTERS = ['HD', 'KB'];

const LEADING_GLIDES = /^Y+/;
const FIRST_GLIDE = /^.[^IY]*[IY]+(.?)/;
const FULL_ENDING = /[A@]|YE/;

/** Where a run of vowels stands in its word; `open`: more letters may follow. */
interface Place {
  readonly atStart: boolean;
  readonly firstVowel: boolean;
  readonly end: 'inner' | 'closed' | 'open';
}

/**
 * Reduces a pronunciation to a key: a run of vowels to its first vowel and a glide, d and b before
 * a consonant devoiced, double sounds to one; the last sound devoiced when the word is complete
 * (`closed`). q, g and ğ stay G.
 *
 * @example reduce('HEYDAR', true) // 'HAYDAR'; reduce('TOKAYEV', true) → 'TOKAV'
 */
export function reduce(sounds: string, closed: boolean): string {
  let key = '';
  let firstVowel = true;
  for (let at = 0; at < sounds.length; at++) {
    const end = endOfVowels(sounds, at);
    if (end === at) {
      key += reduceConsonant(sounds, at, key);
      continue;
    }
    const place = { atStart: at === 0, firstVowel, end: placeEnd(end < sounds.length, closed) };
    key += reduceVowels(sounds.slice(at, end), place);
    firstVowel = false;
    at = end - 1;
  }
  return closed ? devoiceEnd(key) : key;
}

function placeEnd(inner: boolean, closed: boolean): Place['end'] {
  if (inner) return 'inner';
  return closed ? 'closed' : 'open';
}

function endOfVowels(sounds: string, at: number): number {
  let end = at;
  while (end < sounds.length && VOWELS.includes(sounds.charAt(end))) end++;
  return end;
}

function reduceVowels(run: string, place: Place): string {
  const vowels = run.replace(LEADING_GLIDES, '');
  const head = vowels.charAt(0);
  if (head === '') return 'I';
  // Sami is not Samia; Aliyev is Aliev.
  if (head === 'I') return place.end === 'closed' && FULL_ENDING.test(vowels) ? 'IA' : 'I';
  const glide = FIRST_GLIDE.exec(vowels);
  if (glide === null) return nameVowel(head, place);
  return nameVowel(head === 'E' ? 'A' : head, place) + nameGlide(glide[1] ?? '', place);
}

/** Only the first vowel keeps e from a (Merkel, Markel); only a later one o from u (Uzbek, Özbək). */
function nameVowel(vowel: string, { atStart, firstVowel }: Place): string {
  if (vowel === 'U' && atStart) return 'O';
  return vowel === '@' || (vowel === 'E' && !firstVowel) ? 'A' : vowel;
}

/** A glide before e is not heard (Tokaev), before another vowel it is (Mirzoyan). */
function nameGlide(next: string, { end }: Place): string {
  if (next === 'E' || (next === '' && end === 'open')) return '';
  return next === '@' ? 'YA' : 'Y' + next;
}

function reduceConsonant(sounds: string, at: number, key: string): string {
  const sound = sounds.charAt(at);
  const next = sounds.charAt(at + 1);
  if (sound === next) return '';
  if (sound === 'J') return 'Y';
  const before = key.charAt(key.length - 1);
  if (DEVOICING_CLUSTERS.includes(before + sound)) return CODA_DEVOICING[sound] ?? sound;
  const coda = next !== '' && !VOWELS.includes(next) && VOWELS.includes(before);
  return coda ? (CODA_DEVOICING[sound] ?? sound) : sound;
}

function devoiceEnd(key: string): string {
  const last = key.charAt(key.length - 1);
  return key.slice(0, -1) + (FINAL_DEVOICING[last] ?? last);
}
