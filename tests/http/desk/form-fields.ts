export type Fields = Record<string, string | string[]>;

/** What the form of an article on a page would send: its hidden and its visible fields. */
export function fieldsOf(page: string): Fields {
  const form = page.slice(page.indexOf('<form method="post" action="/desk/articles'));
  const fields: Fields = { topics: [] };
  for (const [name, value] of [...inputsOf(form), ...areasOf(form)]) {
    const before = fields[name];
    fields[name] = name === 'topics' && Array.isArray(before) ? [...before, value] : value;
  }
  return fields;
}

type Named = readonly [name: string, value: string];

function inputsOf(form: string): Named[] {
  return [...form.matchAll(/<input [^>]*>/g)].flatMap(([tag]): Named[] => {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    const off = tag.includes('checkbox') && !/\bchecked\b/.test(tag);
    const value = unescape(/\bvalue="([^"]*)"/.exec(tag)?.[1]);
    return name === undefined || off ? [] : [[name, value]];
  });
}

const areasOf = (form: string): Named[] =>
  [...form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)</g)].map(([, name = '', text]) => [
    name,
    unescape(text),
  ]);

const unescape = (text = ''): string =>
  text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
