import type { Layer } from '../../../indexer/engine.js';
import type { Language } from '../language.js';

/** One hit: why it was found, and the articles that tell the same. */
const az = {
  why: 'Niyə tapılıb?',
  inTitle: 'başlıqda',
  inText: 'mətndə',
  phrase: 'Sözlər mətndə yazdığınız ardıcıllıqla yan-yana durur.',
  alsoTold: (shown: string) => `Eyni xəbər daha ${shown} mənbədə`,
  layers: {
    exact: 'yazdığınız kimi',
    fold: 'başqa hərflərlə yazılışda',
    stem: 'sözün başqa forması',
    synonym: 'sinonim',
    prefix: 'sözün davamı ilə',
    key: 'adın başqa yazılışı',
    typo: 'oxşar yazılan söz',
  } satisfies Record<Layer, string>,
};

export type HitWords = typeof az;

const en: HitWords = {
  why: 'Why was it found?',
  inTitle: 'in the title',
  inText: 'in the text',
  phrase: 'The words stand side by side, in the order you wrote them.',
  alsoTold: (shown) => `The same story in ${shown} more`,
  layers: {
    exact: 'as you wrote it',
    fold: 'written with other letters',
    stem: 'another form of the word',
    synonym: 'a synonym',
    prefix: 'the word goes on',
    key: 'another spelling of the name',
    typo: 'a word written alike',
  },
};

export const HIT_WORDS: Readonly<Record<Language, HitWords>> = { az, en };
