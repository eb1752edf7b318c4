declare namespace App {
  interface Locals {
    /** The figures of a chapter in the order in which it shows them: each is named by its number there. */
    figures?: readonly string[];
    /** The language that the page is in, where that is not the site's. */
    language?: string;
  }
}
