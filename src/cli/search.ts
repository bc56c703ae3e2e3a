import { styleText } from 'node:util';
import type { Command } from 'commander';
import { SearchRequest } from '../search/request.js';
import type { Hit, SearchResponse } from '../search/response.js';
import { EXIT } from './exit.js';
import { addFilterOptions } from './filter-options.js';
import { print, withAxtar } from './with-axtar.js';

export function addSearch(program: Command): void {
  const command = program
    .command('search')
    .description('Search, as the HTTP API does. Put a query that begins with - after --.')
    .argument('[query...]', 'what to look for; nothing lists the newest')
    .option('--json', 'print the answer of the API');
  addFilterOptions(command)
    .option('--sort <order>', 'relevance, date:desc or date:asc')
    .option('--page <number>', 'page, from 1')
    .option('--hits-per-page <number>', 'hits on a page, up to 100')
    .option('--facets <names>', 'facets to count: topic,author,source,year,month')
    .addHelpText(
      'after',
      '\nExamples:\n  axtar search Токаев\n  axtar search --topic enerji --json neft',
    )
    .action(async (words: string[], { json, ...filters }: Record<string, unknown>) => {
      const request = SearchRequest.parse({ ...filters, q: words.join(' ') });
      const answer = await withAxtar(({ search }) => search(request));
      await print(json ? `${JSON.stringify(answer, null, 2)}\n` : list(answer));
      process.exitCode = EXIT.ok;
    });
}

/** An answer as a list for people. */
function list({
  query,
  hits,
  totalHits,
  page,
  totalPages,
  processingTimeMs,
}: SearchResponse): string {
  const head = `${totalHits} found in ${processingTimeMs} ms`;
  const pages = totalPages > 1 ? `, page ${page} of ${totalPages}` : '';
  return `${readAs(query)}${head}${pages}\n${hits.map(listHit).join('')}`;
}

function readAs({ layout, corrected }: SearchResponse['query']): string {
  if (layout) return `Read on the other keyboard as: ${layout.text}\n`;
  if (!corrected) return '';
  return `${corrected.searched ? 'Read as' : 'Did you mean'}: ${corrected.text}\n`;
}

function listHit({ id, title = '', snippet = '', date, author, source, _formatted }: Hit): string {
  const facts = [date?.slice(0, 10), author?.name, source, id].filter((fact) => fact !== undefined);
  return [
    '',
    styleText('bold', show(_formatted?.title ?? title)),
    `  ${show(_formatted?.snippet ?? snippet)}`,
    `  ${styleText('dim', facts.join(' · '))}`,
    '',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** HTML of an answer for a terminal: marks in reverse, or in brackets where there is no terminal. */
function show(html: string): string {
  // Control characters of an article must not reach the terminal.
  const text = html
    .replace(/\p{Cc}/gu, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
  return text.replace(/<mark>(.*?)<\/mark>/g, (_, word: string) =>
    process.stdout.isTTY ? styleText('inverse', word) : `[${word}]`,
  );
}
