/**
 * What every page asks for and no page changes: a build makes it once. The development server makes it anew each time,
 * since files change there.
 */
export function onceInBuild<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => (import.meta.env.DEV ? make() : (made ??= make()));
}
