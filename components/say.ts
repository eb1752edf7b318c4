import type { Strings } from '#content/strings/en.ts';

let said: Strings['said'] | undefined;

/** What a script says, in the language of its page, which brings it along. */
export function say(name: keyof Strings['said'], parts: Readonly<Record<string, string | number>> = {}): string {
  said ??= JSON.parse(document.querySelector<HTMLMetaElement>('meta[name=strings]')!.content) as Strings['said'];
  return said[name].replace(/\{(\w+)\}/g, (_, part: string) => String(parts[part]));
}
