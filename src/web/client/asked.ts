import { find } from './find.js';

/**
 * The address of what the form asks; what is empty or usual is left out.
 *
 * @example addressOfForm() // '/?q=Tokayev&topic=siyaset'
 */
export function addressOfForm(): string {
  const form = find('#search', HTMLFormElement);
  const parameters = new URLSearchParams();
  for (const [name, value] of form ? new FormData(form) : []) {
    if (typeof value === 'string' && !saysNothing(name, value)) parameters.append(name, value);
  }
  const text = parameters.toString();
  return text === '' ? '/' : `/?${text}`;
}

const saysNothing = (name: string, value: string): boolean =>
  value.trim() === '' || (name === 'sort' && value === 'relevance');

/** What stands in the search box. */
export const typedText = (): string => find('#q', HTMLInputElement)?.value ?? '';
