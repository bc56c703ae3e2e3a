import type { DayCount } from '../../query-log/counts.js';
import type { Language } from '../language.js';
import { QUERIES_WORDS } from '../words/desk-queries.data.js';
import { writeDay } from '../words/written.js';
import { sayNumber } from './format.js';

interface Facts {
  readonly lang: Language;
  /** Each day of the period, oldest first, those without searches too. */
  readonly days: readonly DayCount[];
}

const BAR = 10;
const GAP = 2;
const HEIGHT = 100;
/** A day with one search is still to be seen. */
const LEAST = 1.5;

/** Searches by day as bars, those without results below the others; and the figures in a table. */
export function DaysChart({ lang, days }: Facts) {
  const words = QUERIES_WORDS[lang];
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const most = Math.max(1, ...days.map(({ searches }) => searches));
  const [from, to] = [writeDay(first.day, lang), writeDay(last.day, lang)];
  return (
    <div class="chart">
      <p class="axis" aria-hidden="true">
        <span class="legend">
          <i class="found" /> {words.legend.found} <i class="empty" /> {words.legend.empty}
        </span>
        <span>{words.most(sayNumber(lang, most))}</span>
      </p>
      <svg
        viewBox={`0 0 ${days.length * BAR} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby="chart-title"
      >
        <title id="chart-title">
          {words.chartTitle(
            sayNumber(lang, total(days, 'searches')),
            sayNumber(lang, total(days, 'withoutResults')),
            from,
            to,
          )}
        </title>
        {days.map((day, at) => (
          <Bar day={day} at={at} most={most} />
        ))}
      </svg>
      <p class="axis" aria-hidden="true">
        <span>{from}</span>
        <span>{to}</span>
      </p>
      <Figures lang={lang} days={days} />
    </div>
  );
}

const total = (days: readonly DayCount[], name: 'searches' | 'withoutResults'): number =>
  days.reduce((sum, day) => sum + day[name], 0);

interface BarFacts {
  readonly day: DayCount;
  readonly at: number;
  readonly most: number;
}

function Bar({ day: { searches, withoutResults }, at, most }: BarFacts) {
  const heightOf = (count: number) =>
    count <= 0 ? 0 : Math.max(LEAST, Math.round((HEIGHT * 10 * count) / most) / 10);
  const empty = heightOf(withoutResults);
  const found = Math.min(HEIGHT - empty, heightOf(searches - withoutResults));
  const place = { x: at * BAR + GAP / 2, width: BAR - GAP };
  return (
    <>
      <rect class="found" {...place} y={HEIGHT - empty - found} height={found} />
      <rect class="empty" {...place} y={HEIGHT - empty} height={empty} />
    </>
  );
}

function Figures({ lang, days }: Facts) {
  const { table, day: name, figures } = QUERIES_WORDS[lang];
  return (
    <details>
      <summary>{table}</summary>
      <table class="list figures">
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col" class="number">
              {figures.searches}
            </th>
            <th scope="col" class="number">
              {figures.withoutResults}
            </th>
            <th scope="col" class="number">
              {figures.opened}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, searches, withoutResults, opened }) => (
            <tr>
              <th scope="row">{writeDay(day, lang)}</th>
              <td data-label={figures.searches} class="number">
                {sayNumber(lang, searches)}
              </td>
              <td data-label={figures.withoutResults} class="number">
                {sayNumber(lang, withoutResults)}
              </td>
              <td data-label={figures.opened} class="number">
                {sayNumber(lang, opened)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
