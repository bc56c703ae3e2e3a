/** Answers of the API, read without believing them. */

/** @throws when the service cannot be reached or refuses */
export async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { headers: { 'X-Axtar-Typing': '1' }, signal });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const body: unknown = await response.json();
  return body;
}

const valueAt = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of ? new Map<string, unknown>(Object.entries(of)).get(name) : undefined;

/** @example textAt({ id: 'x' }, 'id') // 'x' */
export function textAt(of: unknown, name: string): string | undefined {
  const value = valueAt(of, name);
  return typeof value === 'string' ? value : undefined;
}

export function numberAt(of: unknown, name: string): number | undefined {
  const value = valueAt(of, name);
  return typeof value === 'number' ? value : undefined;
}

/** The list of that name; empty where there is none. */
export function listAt(of: unknown, name: string): readonly unknown[] {
  const value = valueAt(of, name);
  return Array.isArray(value) ? value : [];
}

/**
 * A text of the API that has `<mark>` in it, as nodes; nothing but text and marks is taken.
 */
export function markedNodes(html: string): Node[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => {
    if (node.nodeName !== 'MARK') return document.createTextNode(node.textContent ?? '');
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
}
