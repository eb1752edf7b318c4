const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page that says what is wrong, one line for each fault. */
export const faultPage = (faults: string, script: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>This page cannot be made</title><script type="module" src="${script}"></script><body style="font: 1.1rem/1.6 system-ui, sans-serif; max-width: 50rem; margin: 4rem auto; padding: 0 1rem; color-scheme: light dark"><h1>This page cannot be made</h1>${faults
    .split('\n')
    .map((fault) => `<p style="overflow-wrap: anywhere">${escaped(fault)}</p>`)
    .join('')}`;
