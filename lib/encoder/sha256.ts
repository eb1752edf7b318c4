/**
 * The SHA-256 checksum of some bytes, in lower-case hexadecimal.
 *
 * @throws Error where the browser withholds Web Crypto, as it does on pages that are not served securely.
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Absent outside secure contexts, whatever its type says.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle)
    throw new Error('The model cannot be verified on a page that is not served securely. Open the page over https.');
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
