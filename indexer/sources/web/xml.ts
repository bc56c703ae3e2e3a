/** XML that cannot be read; the message says why. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

/**
 * Refuses what an entity bomb is made of. Feeds and sitemaps need no entities of their own, and what
 * must not be expanded is safest not parsed.
 * @throws XmlError
 */
export function refuseEntities(xml: string): void {
  const declared = /<!DOCTYPE[^>[]*\[|<!ENTITY/i.exec(xml);
  if (declared) throw new XmlError('it declares entities of its own, which are never expanded');
}
