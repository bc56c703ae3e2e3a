import type { Sort } from '../../../indexer/engine.js';
import { SORTABLE } from './attributes.js';
import { MeilisearchProblem } from './meilisearch-problem.js';

/**
 * The order of hits: of several rules the first decides, since no two documents are apart in one of
 * the others.
 *
 * @example sortOf(['timestamp:desc']) // 'date:desc'
 * @throws MeilisearchProblem `invalid_search_sort`
 */
export function sortOf(rules: readonly string[]): Sort {
  const [first = 'relevance'] = rules.map(ruleOf);
  return first;
}

function ruleOf(rule: string): Sort {
  const [, attribute = '', direction] = /^(.*):(asc|desc)$/su.exec(rule) ?? [];
  if (direction === undefined) {
    throw refuse(
      `Invalid syntax for the sort parameter: expected expression ending by \`:asc\` or \`:desc\`, found \`${rule}\`.`,
    );
  }
  if (!SORTABLE.some((known) => known === attribute)) {
    throw refuse(
      `Attribute \`${attribute}\` is not sortable. Available sortable attributes are: ${SORTABLE.map((name) => `\`${name}\``).join(', ')}.`,
    );
  }
  return direction === 'asc' ? 'date:asc' : 'date:desc';
}

const refuse = (message: string) => new MeilisearchProblem('invalid_search_sort', message);
