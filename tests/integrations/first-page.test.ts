import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AstroIntegration } from 'astro';
import { expect, it, onTestFinished } from 'vitest';
import { firstPage } from '../../src/integrations/first-page.ts';

type Hooks = AstroIntegration['hooks'];
const start = (address: Pick<AddressInfo, 'port'>): void => {
  const { 'astro:config:done': configure, 'astro:server:start': begin } = firstPage().hooks;
  void configure!({ config: { base: '/x/' } } as Parameters<NonNullable<Hooks['astro:config:done']>>[0]);
  void begin!({ address } as Parameters<NonNullable<Hooks['astro:server:start']>>[0]);
};

it('asks for the opening page, under its base, as soon as the server can answer', async () => {
  const server = createServer();
  onTestFinished(() => void server.close());
  const asked = new Promise((resolve) =>
    server.on('request', ({ url }, answer) => {
      answer.end();
      resolve(url);
    }),
  );
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  start(server.address() as AddressInfo);
  expect(await asked).toBe('/x/');
});

it('says nothing where nobody answers', async () => {
  const faults: unknown[] = [];
  const hear = (fault: unknown): number => faults.push(fault);
  process.on('unhandledRejection', hear);
  onTestFinished(() => void process.off('unhandledRejection', hear));
  // A port that no server may have.
  start({ port: 1 });
  await new Promise((after) => setTimeout(after, 300));
  expect(faults).toEqual([]);
});
