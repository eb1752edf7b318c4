/** Listings in several languages as tabs; the reader's choice holds for all of them, here and on other pages. */

import { say } from '../../say.ts';

const stored = 'language';

function remembered(): string | null {
  try {
    return localStorage.getItem(stored);
  } catch {
    return null; // Storage is refused: the choice lasts as long as the page.
  }
}

function remember(language: string): void {
  try {
    localStorage.setItem(stored, language);
  } catch {
    // As above.
  }
}

class CodeTabs extends HTMLElement {
  #panels: HTMLElement[] = [];
  #tabs: HTMLButtonElement[] = [];

  connectedCallback(): void {
    if (this.#tabs.length > 0) return;
    this.#panels = [...this.querySelectorAll<HTMLElement>('.listing')];
    const list = document.createElement('div');
    list.role = 'tablist';
    list.ariaLabel = say('codeLanguage');
    this.#tabs = this.#panels.map((panel) => {
      const tab = document.createElement('button');
      tab.type = 'button';
      tab.role = 'tab';
      tab.id = `${panel.id}-tab`;
      tab.textContent = panel.dataset['language']!;
      tab.setAttribute('aria-controls', panel.id);
      tab.addEventListener('click', () => choose(tab));
      panel.role = 'tabpanel';
      panel.setAttribute('aria-labelledby', tab.id);
      return tab;
    });
    list.append(...this.#tabs);
    list.addEventListener('keydown', (event) => this.#move(event));
    this.prepend(list);
    this.show(remembered());
  }

  /** Shows a language, or the first where this one is not told in it. */
  show(language: string | null): void {
    const chosen = Math.max(
      0,
      this.#panels.findIndex((panel) => panel.dataset['language'] === language),
    );
    this.#panels.forEach((panel, index) => (panel.hidden = index !== chosen));
    this.#tabs.forEach((tab, index) => {
      tab.ariaSelected = String(index === chosen);
      tab.tabIndex = index === chosen ? 0 : -1;
    });
  }

  #move(event: KeyboardEvent): void {
    const last = this.#tabs.length - 1;
    const here = this.#tabs.indexOf(event.target as HTMLButtonElement);
    const to = {
      ArrowLeft: here === 0 ? last : here - 1,
      ArrowRight: here === last ? 0 : here + 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#tabs[to]!.focus();
    choose(this.#tabs[to]!);
  }
}

function showAll(language: string): void {
  document.querySelectorAll<CodeTabs>('code-tabs').forEach((tabs) => tabs.show(language));
}

/** Listings above the chosen tab change height with it; the reader's place does not. */
function choose(tab: HTMLButtonElement): void {
  const before = tab.getBoundingClientRect().top;
  showAll(tab.textContent);
  scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: 'instant' });
  remember(tab.textContent);
}

/** An address may name a listing whose tab is not the chosen one. */
function followHash(): void {
  const panel = document.getElementById(location.hash.slice(1));
  if (!panel?.dataset['language']) return;
  showAll(panel.dataset['language']);
  panel.scrollIntoView();
}

customElements.define('code-tabs', CodeTabs);
addEventListener('hashchange', followHash);
followHash();
