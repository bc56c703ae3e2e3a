import { FILTER_WORDS } from '../words/filters.data.js';
import { addressOf, changed } from './address.js';
import { Histogram } from './histogram.js';
import { PRESETS, presetOf, presetRange } from './presets.js';
import type { View } from './view.js';

interface DatesFacts {
  readonly view: View;
}

/** When it was published: a histogram, ranges with names, and two days of one's own. */
export function Dates({ view }: DatesFacts) {
  const { asked, today } = view;
  const words = FILTER_WORDS[asked.hl];
  const isOwn = (asked.from || asked.to) !== '' && presetOf(asked, today) === undefined;
  return (
    <fieldset class="dates">
      <legend>{words.date}</legend>
      <div data-region="dates">
        <Histogram view={view} />
        <Presets view={view} />
      </div>
      <details class="range" open={isOwn}>
        <summary>{words.range}</summary>
        {(['from', 'to'] as const).map((end) => (
          <label>
            <span>{words[end]}</span>
            <input
              id={end}
              name={end}
              type="date"
              form="search"
              min="1900-01-01"
              max="2999-12-31"
              value={asked[end]}
            />
          </label>
        ))}
      </details>
    </fieldset>
  );
}

function Presets({ view: { asked, today } }: DatesFacts) {
  const words = FILTER_WORDS[asked.hl];
  const chosen = presetOf(asked, today);
  return (
    <ul class="presets">
      {PRESETS.map((preset) => (
        <li>
          <a
            id={`preset-${preset}`}
            href={addressOf(changed(asked, presetRange(preset, today)))}
            aria-current={preset === chosen ? 'true' : undefined}
          >
            {words[preset]}
          </a>
        </li>
      ))}
    </ul>
  );
}
