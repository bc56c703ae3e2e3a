import { ATTRIBUTES } from '../../search/filter/attributes.js';
import {
  MOST_FILTER_CHARACTERS,
  MOST_FILTER_CONDITIONS,
  MOST_FILTER_NESTING,
  MOST_FILTER_VALUES,
} from '../../search/filter/limits.js';
import { FILTER_EXAMPLES } from './filter-examples.data.js';
import { html, prose, type Html } from './html.js';

const list = (names: readonly string[]): Html =>
  html`${names.map((name, at) => [at > 0 ? ', ' : '', html`<code>${name}</code>`])}`;

const number = (value: number): string => value.toLocaleString('en-US');

/** What can be written into `filter`. */
export const filterSection = (): Html => html`
  <section aria-labelledby="filter-language">
    <h2 id="filter-language">The filter language</h2>
    <p>
      A filter says which articles may be found: conditions joined by <code>AND</code>,
      <code>OR</code>, <code>NOT</code> and brackets. <code>NOT</code> binds first, then
      <code>AND</code>, then <code>OR</code>. An empty text is no filter. The attributes are
      ${list(ATTRIBUTES)}.
    </p>
    <div class="wide" tabindex="0" role="region" aria-label="Examples of filters">
      <table>
        <thead>
          <tr>
            <th scope="col">filter</th>
            <th scope="col">lets pass</th>
          </tr>
        </thead>
        <tbody>
          ${FILTER_EXAMPLES.map(
            ([filter, passes]) =>
              html`<tr>
                <td>${tryIt(filter)}</td>
                <td>${prose(passes)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <ul class="notes">
      <li>
        A value is a bare word of letters, digits and <code>_ - . : +</code>, or stands in quotes,
        where a backslash stands before a backslash and a quote.
      </li>
      <li>
        Days and instants are read in Baku time; a bare number after <code>date</code> is seconds.
      </li>
      <li>A filter may be a list, in JSON: every entry holds, and of a list within it any.</li>
      <li>
        A text has at most ${number(MOST_FILTER_CHARACTERS)} characters; a filter has at most
        ${number(MOST_FILTER_CONDITIONS)} conditions and ${number(MOST_FILTER_VALUES)} values, and
        goes at most ${number(MOST_FILTER_NESTING)} deep.
      </li>
      <li>
        A mistake is answered with <a href="#invalid_filter"><code>invalid_filter</code></a
        >, with its position and with what was expected there.
      </li>
    </ul>
  </section>
`;

const tryIt = (filter: string): Html =>
  html`<a href="/v1/search?${new URLSearchParams({ filter }).toString()}" lang="az"
    ><code>${filter}</code></a
  >`;
