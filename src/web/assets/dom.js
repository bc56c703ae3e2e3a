/** The two things the page does to the document. */

/**
 * Makes an element: `element('a', { href: '/' }, 'Axtar')`. An attribute that is undefined or
 * false is left out, true is set empty; text children become text nodes, never HTML.
 */
export function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      node.setAttribute(name, value === true ? '' : value);
  node.append(...children.filter((child) => child !== undefined));
  return node;
}

/** Runs a change of the document and gives the focus back, or to the results if its holder went. */
export function keepFocus(change) {
  const holder = document.activeElement;
  change();
  if (holder === null || holder.isConnected) return;
  const successor = holder.id && document.getElementById(holder.id);
  (successor || document.getElementById('results')).focus({ preventScroll: true });
}
