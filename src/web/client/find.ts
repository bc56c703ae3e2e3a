/**
 * The element of the page that is of this class, or none.
 *
 * @example find('#q', HTMLInputElement)?.value
 */
export function find<Kind extends Element>(
  selector: string,
  kind: new () => Kind,
  within: ParentNode = document,
): Kind | undefined {
  const found = within.querySelector(selector);
  return found instanceof kind ? found : undefined;
}

/** All elements of the page that are of this class. */
export const findAll = <Kind extends Element>(
  selector: string,
  kind: new () => Kind,
  within: ParentNode = document,
): Kind[] =>
  [...within.querySelectorAll(selector)].filter((found): found is Kind => found instanceof kind);

/** What of a template is put into the page; each call gives a new copy. */
export function copyTemplate(selector: string): Element | undefined {
  const content = find(selector, HTMLTemplateElement)?.content.firstElementChild;
  return content ? document.importNode(content, true) : undefined;
}
