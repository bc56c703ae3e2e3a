/**
 * How carefully a name is spelt: of spellings as frequent, readers want the Latin one, and of those
 * the one with its diacritics.
 *
 * @example careOf('Səfərov') > careOf('Safarov') && careOf('Safarov') > careOf('Сафаров')
 */
export const careOf = (name: string): number =>
  (/\p{sc=Cyrl}/u.test(name) ? 0 : 1) + (/[əışçğöüİ]/iu.test(name) ? 1 : 0);
