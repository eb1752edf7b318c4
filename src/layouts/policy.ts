import { createHash } from 'node:crypto';

/**
 * The content security policy every page carries.
 *
 * `style-src` allows inline styles because KaTeX and Observable Plot position what they
 * draw with them. Scripts come from the site alone; the one inline script is named by its
 * hash. `wasm-unsafe-eval` lets compiled kernels load and nothing else.
 */
export function contentSecurityPolicy(inlineScript: string): string {
  const hash = createHash('sha256').update(inlineScript).digest('base64');
  return [
    "default-src 'self'",
    `script-src 'self' blob: 'wasm-unsafe-eval' 'sha256-${hash}'`,
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');
}
