/** Pure functions that are not run twice while pages are made. */
declare module 'virtual:kept' {
  export const keep: typeof import('./kept/keep.ts').keep;
}
