import { relative } from 'node:path';
import type { Node } from 'unist';
import type { VFile } from 'vfile';

/** Stops the build with a sentence that begins with the file and line at fault. */
export function refuse(file: VFile, node: Node, reason: string): never {
  const start = node.position?.start;
  const place = [relative(process.cwd(), file.path), start?.line, start?.column].filter((part) => part !== undefined);
  const error = Object.assign(new Error(`${place.join(':')}: ${reason}`), { line: start?.line, column: start?.column });
  // Astro looks in it for names of the browser's interfaces, “window” among them, and would advise about these.
  error.toString = () => error.name;
  throw error;
}
