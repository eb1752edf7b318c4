/** Where the site serves what stands before every program of cells, below its base. */
declare module 'virtual:cells' {
  export const runtimeFile: string;
}
