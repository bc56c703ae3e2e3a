/** What this browser has searched for lately; it is kept nowhere else. */

const KEY = 'axtar-recent';
const MOST = 6;

/** The last searches, the newest first; none where the browser keeps nothing for us. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((q) => typeof q === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Puts a search before the others. */
export function remember(q: string): void {
  const others = recentSearches().filter((other) => other.toLowerCase() !== q.toLowerCase());
  keep([q, ...others].slice(0, MOST));
}

export const forgetSearches = (): void => keep([]);

function keep(searches: readonly string[]): void {
  try {
    if (searches.length > 0) localStorage.setItem(KEY, JSON.stringify(searches));
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that forbids storage only forgets.
  }
}
