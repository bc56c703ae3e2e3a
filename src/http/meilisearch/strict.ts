import { z } from 'zod';
import { nearestName } from '../../nearest-name.js';

/**
 * An object that says which fields there are when it is given another.
 *
 * @example strict({ limit: z.int() }).safeParse({ limt: 1 }) // 'did you mean `limit`? expected one of `limit`'
 */
export const strict = <Shape extends z.ZodRawShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> =>
  z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined;
      const names = Object.keys(shape);
      const [key = ''] = Array.isArray(issue.keys) ? issue.keys.map(String) : [];
      const nearest = nearestName(key, names);
      const hint = nearest === undefined ? '' : `did you mean \`${nearest}\`? `;
      return `${hint}expected one of ${names.map((name) => `\`${name}\``).join(', ')}`;
    },
  });
