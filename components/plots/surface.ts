/** What a plot draws on: the page's document, or the build's stand-in for one. */
export interface Surface {
  readonly document: Document;
  /** Pixels across. */
  readonly width: number;
}
