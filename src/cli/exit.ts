/** Exit codes of every command. */
export const EXIT = {
  ok: 0,
  /** Some records were skipped, or something failed on the way. */
  failed: 1,
  /** Arguments, settings or input that cannot be used at all. */
  unusable: 2,
  interrupted: 130,
} as const;
