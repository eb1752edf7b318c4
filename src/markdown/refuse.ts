import { relative } from 'node:path';
import type { Node } from 'unist';
import type { VFile } from 'vfile';

/** Stops the build with a sentence that begins with the file and line at fault. */
export function refuse(file: VFile, node: Node, reason: string): never {
  const start = node.position?.start;
  const place = [relative(process.cwd(), file.path), start?.line, start?.column].filter((part) => part !== undefined);
  throw new Error(`${place.join(':')}: ${reason}`);
}
