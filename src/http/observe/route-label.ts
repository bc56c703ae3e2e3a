import type { Response } from 'express';
import { z } from 'zod';

const Locals = z.object({ route: z.string().optional(), problem: z.string().optional() });

/** The route that answers, as it is written in the documentation; addresses without one share a name. */
export const routeOf = (response: Response): string =>
  Locals.safeParse(response.locals).data?.route ?? 'other';

/** The code of the problem that was answered, if one was. */
export const problemOf = (response: Response): string | undefined =>
  Locals.safeParse(response.locals).data?.problem;
