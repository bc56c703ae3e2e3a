import type { Language } from '../language.js';

/** What stands in place of a page that cannot be shown. */
const az = {
  away: 'Axtarış indi cavab vermir',
  wait: 'Bir neçə saniyədən sonra yenidən cəhd edin; axtardığınız söz ünvanda qalır.',
  retry: 'Yenidən cəhd et',
  back: 'Axtarış səhifəsinə keç',
  desk: 'Redaktor masasına keç',
  request: 'Sorğunun nömrəsi',
};

export type ProblemWords = typeof az;

const en: ProblemWords = {
  away: 'The search does not answer now',
  wait: 'Try again in a few seconds; what you searched for stays in the address.',
  retry: 'Try again',
  back: 'Go to the search page',
  desk: "Go to the editors' desk",
  request: 'Number of the request',
};

export const PROBLEM_WORDS: Readonly<Record<Language, ProblemWords>> = { az, en };
