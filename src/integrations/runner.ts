import type { AstroIntegration } from 'astro';

type Server = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/** Loads a module as pages of the development server have it: after a change of its file, anew. */
export const runnerOf = <Module>({ environments }: Server): { readonly import: (file: string) => Promise<Module> } =>
  (environments['ssr'] as unknown as { readonly runner: { import: (file: string) => Promise<Module> } }).runner;
