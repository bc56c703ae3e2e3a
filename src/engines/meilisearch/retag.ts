import { z } from 'zod';
import type { Making } from './document.js';
import { HeldText, wordingsIn } from './holders.js';

const Waiting = z
  .string()
  .transform((json): unknown => JSON.parse(json))
  .pipe(HeldText.omit({ pk: true, n: true }).loose());

/**
 * A document that has waited, with the wordings of now: editors may have listed others since it was
 * made. What it said already it says still.
 */
export function retag(document: string, { wordings, made }: Making): string {
  // No text can hold this: its quotes would be escaped.
  if (document.includes(`"made":${JSON.stringify(made)}`)) return document;
  const stored = Waiting.parse(document);
  const byWording = [...new Set([...stored.byWording, ...wordingsIn(stored, wordings.findIn)])];
  return JSON.stringify({ ...stored, byWording, made });
}
