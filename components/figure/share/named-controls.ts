/** A control of a figure in the page, by the name that an address calls it. */
export interface NamedControl {
  readonly name: string;
  /** What the reader sees it called. */
  readonly label: string;
  readonly elements: readonly HTMLElement[];
}

/** The controls of a figure; several that set one thing have one name. */
export function namedControls(figure: ParentNode): NamedControl[] {
  const all = [...figure.querySelectorAll<HTMLElement>('.controls [data-called]')];
  return [...Map.groupBy(all, ({ dataset }) => dataset['called']!)].map(([name, elements]) => ({
    name,
    label: elements.map(labelOf).join(', '),
    elements,
  }));
}

function labelOf(control: HTMLElement): string {
  const label = control.querySelector('legend, .label, .visually-hidden, span') ?? control;
  const copy = label.cloneNode(true) as Element;
  for (const value of copy.querySelectorAll('output')) value.textContent = '…';
  return control.ariaLabel ?? copy.textContent.replace(/\s*…$/, '').trim();
}
