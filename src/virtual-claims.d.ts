/** Every claim as the build measured it, by its id. */
declare module 'virtual:claims' {
  export const values: Readonly<
    Record<string, { readonly value: number; /** As prose prints it. */ readonly text: string }>
  >;
}
