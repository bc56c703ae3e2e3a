import type { Service } from '../../src/service.js';
import type { NewKey } from '../../src/keys/record.js';

/** The header with a new key. */
export const bearer = ({ keys }: Pick<Service, 'keys'>, wanted: NewKey) => ({
  Authorization: `Bearer ${keys.create(wanted).key}`,
});
