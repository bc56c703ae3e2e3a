import type { Analyzer } from '../language/analyzer.js';
import { findClashes } from './check-clashing.js';
import { findChains, findCycles } from './check-cyclic.js';
import type { GroupFiles } from './check-files.js';
import type { Finding, FindingReason } from './check-finding.js';
import { readGroups } from './check-phrases.js';
import { findUseless } from './check-useless.js';
import type { Lexicon } from './lexicon.js';

export type { Finding, FindingReason };

const CHECKS = [findUseless, findClashes, findCycles, findChains];

/**
 * Finds what is useless or contradictory in the synonyms and name aliases of a lexicon, read as
 * search reads them. Errors first, each kind in the order of the files. Groups that are `off` are
 * only compared with those that are on. A one-way group that leads to another meaning on purpose
 * says why in its `note`, and is taken at its word.
 *
 * @param files in which file each group stands; messages name no file for a group that is not there
 * @example
 * checkSynonyms(lexicon, analyzer, readGroupFiles())[0]?.message
 * // 'synonyms.json, group "sea": "DƏNIZ": twice in the group; drop it'
 */
export function checkSynonyms(
  lexicon: Lexicon,
  analyzer: Analyzer,
  files: GroupFiles = new Map(),
): Finding[] {
  const groups = readGroups(lexicon, analyzer);
  const findings = CHECKS.flatMap((check) => check(groups)).map(({ problem, ...finding }) => ({
    ...finding,
    message: `${finding.groups.map((id) => placeOf(id, files)).join(' and ')}: ${problem}`,
  }));
  const withSeverity = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity);
  return [...withSeverity('error'), ...withSeverity('warning')];
}

function placeOf(id: string, files: GroupFiles): string {
  const file = files.get(id);
  return file === undefined ? `group "${id}"` : `${file}, group "${id}"`;
}
