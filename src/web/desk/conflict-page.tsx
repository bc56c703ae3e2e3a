import type { Topic } from '../../../indexer/extraction/topics.js';
import type { Language } from '../language.js';
import { ARTICLE_WORDS } from '../words/desk-article.data.js';
import { addressOf, articleAddress } from './address.js';
import { DeskPage } from './desk-page.js';
import { sayNumber } from './format.js';
import type { Frame } from './frame.js';
import { HiddenValues } from './hidden-values.js';
import { SHOWN_FIELDS, type ArticleValues, type ShownField } from './values.js';

interface Facts {
  readonly frame: Frame;
  readonly topics: readonly Topic[];
  readonly mine: ArticleValues;
  /** What is in the index now; absent when somebody has deleted it. */
  readonly theirs?: ArticleValues | undefined;
  /** Entity tag of that; empty when there is nothing. */
  readonly opened: string;
}

/** Two versions of an article side by side, and the choice between them. */
export function ConflictPage({ frame, topics, mine, theirs, opened }: Facts) {
  const { lang } = frame;
  const words = ARTICLE_WORDS[lang].conflict;
  const title = theirs ? words.title : words.goneTitle;
  return (
    <DeskPage frame={frame} section="articles" title={title}>
      <section class="notice wary" aria-labelledby="conflict" tabIndex={-1} data-focus>
        <h1 id="conflict">{title}</h1>
        <p>{theirs ? words.lead : words.goneLead}</p>
      </section>
      <form method="post" action={articleAddress(lang, mine.id)}>
        <input type="hidden" name="opened" value={opened} />
        <HiddenValues values={mine} />
        <Choices lang={lang} id={mine.id} gone={theirs === undefined} />
      </form>
      {theirs && <Versions lang={lang} topics={topics} mine={mine} theirs={theirs} />}
    </DeskPage>
  );
}

interface ChoicesFacts {
  readonly lang: Language;
  readonly id: string;
  readonly gone: boolean;
}

function Choices({ lang, id, gone }: ChoicesFacts) {
  const words = ARTICLE_WORDS[lang].conflict;
  const leave = gone ? addressOf(lang, '/desk/articles') : articleAddress(lang, id);
  return (
    <ul class="choices">
      <li>
        <button class="primary" name="intent" value="save">
          {gone ? words.restore : words.keepMine}
        </button>
        {!gone && <span class="hint">{words.keepMineHint}</span>}
      </li>
      <li>
        <a class="plain" href={leave}>
          {gone ? words.leave : words.takeTheirs}
        </a>
        <span class="hint">{words.takeTheirsHint}</span>
      </li>
      {!gone && (
        <li>
          <button class="plain" name="intent" value="edit">
            {words.goOn}
          </button>
          <span class="hint">{words.goOnHint}</span>
        </li>
      )}
    </ul>
  );
}

interface VersionsFacts {
  readonly lang: Language;
  readonly topics: readonly Topic[];
  readonly mine: ArticleValues;
  readonly theirs: ArticleValues;
}

function Versions({ lang, topics, mine, theirs }: VersionsFacts) {
  const { fields, conflict: words } = ARTICLE_WORDS[lang];
  const say = (values: ArticleValues, field: ShownField) => sayField(values, field, topics);
  const [differing, same] = split(SHOWN_FIELDS, (field) => say(mine, field) !== say(theirs, field));
  const row = (field: ShownField, differs: boolean) => (
    <tr class={differs ? 'differs' : undefined}>
      <th scope="row">
        {fields[field]}
        {differs && <span class="tag wary">{words.differs}</span>}
      </th>
      <td data-label={words.mine}>{say(mine, field) || words.none}</td>
      <td data-label={words.theirs}>{say(theirs, field) || words.none}</td>
    </tr>
  );
  return (
    <>
      <table class="versions">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.mine}</th>
            <th scope="col">{words.theirs}</th>
          </tr>
        </thead>
        <tbody>{differing.map((field) => row(field, true))}</tbody>
      </table>
      <p class="hint">
        {words.same(sayNumber(lang, same.length))}: {same.map((field) => fields[field]).join(', ')}
      </p>
    </>
  );
}

function split<Item>(items: readonly Item[], holds: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}

/** A field as people compare it: topics by name, the ends of lines as the index keeps them. */
function sayField(values: ArticleValues, field: ShownField, topics: readonly Topic[]): string {
  if (field !== 'topics') return values[field].replaceAll('\r\n', '\n').trim();
  const nameOf = (value: string) => topics.find(({ id }) => id === value)?.name ?? value;
  return values.topics.map(nameOf).toSorted().join(', ');
}
