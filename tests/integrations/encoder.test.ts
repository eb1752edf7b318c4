import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, dev } from 'astro';
import type { AstroInlineConfig } from 'astro';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMaps, openVectors } from '../../lib/encoder/index.ts';
import { packedModel } from '../../src/encoder/packed-model.ts';
import { encoder } from '../../src/integrations/encoder.ts';

const out = mkdtempSync(join(tmpdir(), 'encoder-site-'));
const site = (page: string): AstroInlineConfig => ({
  configFile: false,
  root: fileURLToPath(new URL(page, import.meta.url)),
  base: '/fork/',
  outDir: out,
  integrations: [encoder()],
  logLevel: 'silent',
  vite: { build: { assetsInlineLimit: 0 } },
});

const read = (name: string): Uint8Array<ArrayBuffer> => Uint8Array.from(readFileSync(join(out, name)));
const { parts } = packedModel(fileURLToPath(new URL('./site/.cache/encoder', import.meta.url)));

beforeAll(async () => {
  await build(site('./site/'));
}, 60_000);
afterAll(() => rmSync(out, { recursive: true }));

describe('the encoder integration', () => {
  test('puts both parts and the licence into the built site', async () => {
    expect(readdirSync(join(out, 'encoder')).sort()).toEqual(['LICENSE.txt', parts.maps.file, parts.vectors.file]);
    expect(parts.maps.file).toBe(`maps.${parts.maps.sha256.slice(0, 8)}.bin`);
    const { weights } = await openMaps(read(`encoder/${parts.maps.file}`), parts.maps);
    const whole = await openVectors(read(`encoder/${parts.vectors.file}`), parts.vectors, weights);
    expect(whole.sentence?.bias.length).toBe(512);
    expect(readFileSync(join(out, 'encoder/LICENSE.txt'), 'utf8')).toContain('Apache License');
  });

  test('gives pages the loaded weights while they are built', () => {
    const html = readFileSync(join(out, 'index.html'), 'utf8');
    expect(html).toContain('data-pieces="▁We ▁sat ▁on ▁the ▁bank"');
    expect(html).toContain('data-sum="5.000"');
  });

  test('gives scripts and workers the manifest and not the weights', () => {
    const scripts = readdirSync(join(out, '_astro')).filter((file) => file.endsWith('.js'));
    const texts = scripts.map((file) => readFileSync(join(out, '_astro', file), 'utf8'));
    expect(texts.some((text) => text.includes(parts.maps.file))).toBe(true);
    expect(texts.some((text) => text.includes(parts.vectors.sha256) && !text.includes('Worker('))).toBe(true);
    expect(texts.join('').length).toBeLessThan(5_000);
  });

  test('refuses to give scripts of the page the weights', async () => {
    await expect(build(site('./broken-site/'))).rejects.toThrow('scripts of the page cannot import it');
  }, 30_000);

  test('serves both parts while developing', async () => {
    const server = await dev({ ...site('./site/'), server: { port: 0 } });
    try {
      const address = `http://localhost:${server.address.port}/fork/encoder/`;
      const response = await fetch(address + parts.vectors.file);
      expect(response.status).toBe(200);
      expect((await response.arrayBuffer()).byteLength).toBe(parts.vectors.bytes);
      expect((await fetch(`${address}other.bin`)).status).toBe(404);
    } finally {
      await server.stop();
    }
  }, 30_000);
});
