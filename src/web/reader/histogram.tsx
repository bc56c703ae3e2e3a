import { FILTER_WORDS } from '../words/filters.data.js';
import { writeCount, writePeriod } from '../words/written.js';
import { addressOf, changed } from './address.js';
import { bucketsOf, type Bucket } from './buckets.js';
import type { View } from './view.js';

const BAR = 10;
const HEIGHT = 56;
/** A month with one article is still to be seen and to be aimed at. */
const LEAST = 2;

/** How many articles there are of each month or year: links that can also be dragged over. */
export function Histogram({ view }: { readonly view: View }) {
  const { asked, answer } = view;
  const { hl } = asked;
  const buckets = bucketsOf(answer.facetDistribution.month ?? {}, asked);
  if (buckets.length < 2) return null;
  const words = FILTER_WORDS[hl];
  const [earliest = ''] = Object.keys(answer.facetDistribution.month ?? {}).sort();
  const isWhole = earliest.startsWith(buckets[0]?.name ?? '');
  const most = Math.max(...buckets.map(({ count }) => count));
  return (
    <div class="histogram">
      <svg
        id="bars"
        viewBox={`0 0 ${buckets.length * BAR} ${HEIGHT}`}
        preserveAspectRatio="none"
        data-whole={isWhole ? '' : undefined}
        role="group"
        aria-label={words.histogram}
      >
        {buckets.map((bucket, at) => (
          <Bar bucket={bucket} at={at} most={most} view={view} />
        ))}
      </svg>
      <Ends buckets={buckets} view={view} />
      <p class="axis" aria-hidden="true">
        <span>{writePeriod(buckets[0]?.name ?? '', hl)}</span>
        <span>{writePeriod(buckets.at(-1)?.name ?? '', hl)}</span>
      </p>
    </div>
  );
}

interface BarFacts {
  readonly bucket: Bucket;
  readonly at: number;
  readonly most: number;
  readonly view: View;
}

function Bar({ bucket, at, most, view: { asked } }: BarFacts) {
  const { name, from, to, count, inRange } = bucket;
  const height = count === 0 ? 0 : Math.max(LEAST, Math.round((HEIGHT * count) / most));
  const said = writePeriod(name, asked.hl);
  const label = FILTER_WORDS[asked.hl].bar(said, writeCount(count));
  return (
    <a
      id={`bar-${name}`}
      href={addressOf(changed(asked, { from, to }))}
      aria-label={label}
      class={inRange ? 'bar in' : 'bar'}
      data-from={from}
      data-to={to}
      data-name={said}
    >
      <title>{label}</title>
      <rect class="field" x={at * BAR} width={BAR} height={HEIGHT} />
      <rect x={at * BAR + 1} y={HEIGHT - height} width={BAR - 2} height={height} />
    </a>
  );
}

interface EndsFacts {
  readonly buckets: readonly Bucket[];
  readonly view: View;
}

/** The same range for the keyboard: a slider for each of its ends. */
function Ends({ buckets, view: { asked } }: EndsFacts) {
  const words = FILTER_WORDS[asked.hl];
  const first = Math.max(
    0,
    buckets.findIndex(({ inRange }) => inRange),
  );
  const last = buckets.findLastIndex(({ inRange }) => inRange);
  const ends = [
    { id: 'first-bar', label: words.firstBar, value: first },
    { id: 'last-bar', label: words.lastBar, value: last < 0 ? buckets.length - 1 : last },
  ];
  return (
    <div class="ends scripted">
      {ends.map(({ id, label, value }) => (
        <input
          id={id}
          type="range"
          min={0}
          max={buckets.length - 1}
          value={value}
          aria-label={label}
          aria-valuetext={writePeriod(buckets[value]?.name ?? '', asked.hl)}
        />
      ))}
    </div>
  );
}
