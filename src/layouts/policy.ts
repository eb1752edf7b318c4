import { createHash } from 'node:crypto';
import { frameScript } from '../../components/cells/run/frame.ts';

/**
 * The content security policy every page carries.
 *
 * `style-src` allows inline styles because KaTeX and Observable Plot position what they
 * draw with them. Scripts come from the site alone; the one inline script is named by its
 * hash, as is that of the frame in which cells run, which inherits this policy. `wasm-unsafe-eval` lets compiled kernels load and nothing else.
 */
export function contentSecurityPolicy(inlineScript: string): string {
  const hashes = [inlineScript, frameScript].map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    `script-src 'self' blob: 'wasm-unsafe-eval' ${hashes.join(' ')}`,
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');
}
