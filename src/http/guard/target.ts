/**
 * What a request asks for, in the form that routes are matched with: a path and its parameters.
 * Some clients send more, and where the router finds no path it answers in its own way.
 *
 * @example pathOfTarget('//a#b@c') // '//a'
 * @example pathOfTarget('http://127.0.0.1:3000/health') // '/health'
 */
export function pathOfTarget(target: string): string {
  if (target.startsWith('/')) return target.replace(/#.*$/s, '');
  if (!URL.canParse(target)) return target;
  const { pathname, search } = new URL(target);
  return `${pathname.startsWith('/') ? '' : '/'}${pathname}${search}`;
}
