import * as robotsParser from 'robots-parser';
import { z } from 'zod';

/** What a site allows us. */
export interface RobotsRules {
  allows(address: string): boolean;
  /** Milliseconds that the site wants between two requests; 0 when it says nothing. */
  readonly delay: number;
}

interface Robot {
  isAllowed(url: string, agent?: string): boolean | undefined;
  getCrawlDelay(agent?: string): number | undefined;
}

const Parser = z.object({
  default: z.custom<(url: string, text: string) => Robot>((value) => typeof value === 'function'),
});

/** The name that a robots.txt calls us by. */
export const ROBOT = 'Axtar';

/** A site that wants more time between two requests does not want to be read page by page. */
const LONGEST_DELAY_MS = 120_000;

/**
 * Reads a robots.txt.
 *
 * @param address of the file itself
 * @example readRobots('https://a.az/robots.txt', 'User-agent: *\nDisallow: /admin').allows('https://a.az/admin/x') // false
 */
export function readRobots(address: string, text: string): RobotsRules {
  const robot = Parser.parse(robotsParser).default(address, text);
  const delay = Math.max(0, (robot.getCrawlDelay(ROBOT) ?? 0) * 1000);
  return {
    // Undefined is said of addresses that the file does not speak for.
    allows: (asked) => robot.isAllowed(asked, ROBOT) !== false,
    delay: Number.isFinite(delay) ? Math.min(delay, LONGEST_DELAY_MS) : 0,
  };
}

/** A site without a robots.txt allows everything. */
export const ALLOW_ALL: RobotsRules = { allows: () => true, delay: 0 };

export type RobotsOf = (origin: string, load: () => Promise<RobotsRules>) => Promise<RobotsRules>;

const KEPT_MS = 3600 * 1000;

/** Remembers the rules of each site for an hour; what failed is asked for again. */
export function rememberRobots(now: () => number): RobotsOf {
  const known = new Map<string, { readonly until: number; readonly rules: Promise<RobotsRules> }>();
  return (origin, load) => {
    const kept = known.get(origin);
    if (kept && kept.until > now()) return kept.rules;
    const rules = load();
    known.set(origin, { until: now() + KEPT_MS, rules });
    rules.catch(() => known.delete(origin));
    return rules;
  };
}
