/** Cells that differ from the page's own, by their ids. */
export type Changes = Readonly<Record<string, string>>;

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  by: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(by);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Changes as an address holds them: compressed, in signs that no address writes otherwise. */
export async function packChanges(changes: Changes): Promise<string> {
  const bytes = await through(new TextEncoder().encode(JSON.stringify(changes)), new CompressionStream('deflate-raw'));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws Error when it is nothing that was packed. */
export async function unpackChanges(packed: string): Promise<Changes> {
  const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
  const text = new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')));
  const changes: unknown = JSON.parse(text);
  if (typeof changes !== 'object' || changes === null) throw new Error('There are no cells in this.');
  return Object.fromEntries(Object.entries(changes).filter(([, code]) => typeof code === 'string'));
}
