import {
  panesOf,
  told,
  type PlanePointing,
  type AnyFigure,
  type Choice,
  type Control,
  type Press,
  type Slider,
  type Switch,
  type Walk,
} from './definition.ts';
import { maker } from './maker.ts';
import { showHandle } from './plane.ts';
import { fill, plainText } from './phrase.ts';
import type { Field, Schema, State } from './state/fields.ts';

type AnyState = State<Schema>;
type Setting = Exclude<AnyFigure['controls'][number], { kind: 'press' | 'walk' }>;

/** All values of a field that can be listed, as an address writes them. */
export function valuesOf({ names, range, write }: Field<unknown>): readonly string[] {
  if (names) return names;
  if (!range) throw new Error('A field without names and without a range cannot be chosen from a list.');
  const { from, to, step = 1 } = range;
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => write(from + index * step));
}

/** The field's value in words, or where the figure chooses, what it chose. */
function writtenOf(field: Field<unknown>, control: Setting, state: AnyState, shown: unknown): string {
  const written = field.write(control.chosen ? control.chosen(shown) : state[control.field]);
  return control.kind === 'slider' && control.entry !== undefined ? written.split(',')[control.entry]! : written;
}

/** The value that a reader has set a control to; nothing while it says nothing that the field can hold. */
export function readControl(
  field: Field<unknown>,
  element: HTMLInputElement | HTMLSelectElement,
  now: unknown,
): unknown {
  if (element.type === 'checkbox') return (element as HTMLInputElement).checked;
  const { entry } = element.dataset;
  if (entry !== undefined) return field.read(field.write(now).split(',').with(Number(entry), element.value).join(','));
  return field.read(element.type === 'range' && field.names ? field.names[Number(element.value)]! : element.value);
}

/** The controls of a figure as the page's HTML has them: each at its value, bound to its field by name, and called by a name in addresses. */
export function makeControls(
  document: Document,
  figure: AnyFigure,
  id: string,
  state: AnyState,
  shown: unknown,
): HTMLElement[] {
  const make = maker(document);
  const bound = ({ field }: Setting, attributes: Record<string, string | boolean>, tag = 'input'): HTMLElement =>
    make(tag, { name: field, 'data-field': field, autocomplete: 'off', ...attributes });
  const label = (control: Setting, value?: string): HTMLElement =>
    make('span', { class: 'label' }, ...labelOf(document, control, shown, value));

  const slider = (control: Slider<Schema, unknown>, field: Field<unknown>): HTMLElement => {
    const { from, to, step = 1 } = field.names ? { from: 0, to: field.names.length - 1 } : field.range!;
    const written = writtenOf(field, control, state, shown);
    return make(
      'label',
      { class: 'slider' },
      label(control, control.show?.(shown) ?? written),
      bound(control, {
        type: 'range',
        'data-entry': control.entry === undefined ? false : String(control.entry),
        min: String(from),
        max: String(control.to?.(shown) ?? to),
        step: String(step),
        value: field.names ? String(field.names.indexOf(written)) : written,
        'aria-valuetext': control.show ? control.show(shown) : false,
      }),
    );
  };
  const choice = (control: Choice<Schema, unknown>, field: Field<unknown>): HTMLElement => {
    const written = writtenOf(field, control, state, shown);
    const options = optionsOf(control, shown).map((text, index) => ({ text, value: valuesOf(field)[index]! }));
    if (control.kind === 'select') {
      const list = bound(control, {}, 'select');
      list.append(...options.map(({ text, value }) => make('option', { value, selected: value === written }, text)));
      return make('label', { class: 'field' }, label(control), list);
    }
    const radio = (value: string): HTMLElement =>
      bound(control, { type: 'radio', name: `${id}-${control.field}`, value, checked: value === written });
    return make(
      'fieldset',
      { class: 'strip' },
      make('legend', {}, ...labelOf(document, control, shown)),
      ...options.map(({ text, value }) => make('label', {}, radio(value), text)),
    );
  };
  const onOff = (control: Switch<Schema, unknown>): HTMLElement =>
    make(
      'label',
      { class: 'check' },
      bound(control, { type: 'checkbox', checked: state[control.field] === true }),
      make('span', {}, ...labelOf(document, control, shown)),
    );

  const walk = (control: Walk<Schema, unknown>, index: number): HTMLElement => {
    const buttons = ['Back', 'Play', 'Next'].map((text) =>
      make('button', { type: 'button', name: text.toLowerCase(), 'data-press': String(index) }, text),
    );
    const made = make(
      'div',
      { class: 'walk', role: 'group', 'aria-label': 'Steps', 'data-control': String(index), 'data-called': 'steps' },
      ...buttons,
      make('span', { class: 'stop' }),
    );
    showWalk(made, control, state, shown);
    return made;
  };

  return figure.controls.map((control: Control<Schema, unknown>, index) => {
    if (control.kind === 'walk') return walk(control, index);
    if (control.kind === 'press') {
      const button = make('button', {
        type: 'button',
        class: control.class ?? false,
        'data-press': String(index),
      });
      showDisabled(button, control, shown);
      fill(button, told(control.label, shown));
      button.setAttribute('data-called', button.textContent.toLowerCase().replace(/[^a-z0-9]+/g, '-'));
      return button;
    }
    const field = (figure.state as Schema)[control.field]!;
    const made =
      control.kind === 'slider'
        ? slider(control, field)
        : control.kind === 'switch'
          ? onOff(control)
          : choice(control, field);
    made.setAttribute('data-control', String(index));
    made.setAttribute('data-called', control.field);
    if (control.isHidden?.(shown)) made.setAttribute('hidden', '');
    return made;
  });
}

function optionsOf({ options }: Choice<Schema, unknown>, shown: unknown): readonly string[] {
  return typeof options === 'function' ? options(shown) : options;
}

/** A control's name, and the value of a slider where `{}` is in it, or else behind it. */
function labelOf(document: Document, control: Setting, shown: unknown, value?: string): (Node | string)[] {
  const name = document.createElement('span');
  fill(name, told(control.label, shown));
  if (value === undefined) return [...name.childNodes];
  const output = document.createElement('output');
  output.textContent = value;
  const [before, after] = name.textContent.split('{}');
  return after === undefined ? [...name.childNodes, ' ', output] : [before!, output, after];
}

/** What the controls of a figure are set to, in words: `Layer: 2`. A switch is named where it is on. */
export function settingsOf(figure: AnyFigure, state: AnyState, shown: unknown): string[] {
  return figure.controls.flatMap((control: Control<Schema, unknown>): string[] => {
    if (control.kind === 'press') return [];
    const name = plainText(told(control.label, shown));
    if (control.kind === 'walk') return [name];
    if (control.isHidden?.(shown)) return [];
    if (control.kind === 'switch') return state[control.field] === true ? [name] : [];
    const field = (figure.state as Schema)[control.field]!;
    const written = writtenOf(field, control, state, shown);
    const value =
      control.kind === 'slider'
        ? (control.show?.(shown) ?? written)
        : optionsOf(control, shown)[valuesOf(field).indexOf(written)]!;
    return [name.includes('{}') ? name.replace('{}', value) : `${name}: ${value}`];
  });
}

/** Puts the controls of a figure in the page to where its state is, handles too, and what is said beside them. */
export function showControls(host: HTMLElement, figure: AnyFigure, state: AnyState, shown: unknown): void {
  figure.controls.forEach((control: Control<Schema, unknown>, index) => {
    if (control.kind === 'press') {
      const button = host.querySelector<HTMLButtonElement>(`[data-press="${index}"]`)!;
      showDisabled(button, control, shown);
      if (typeof control.label === 'function') fill(button, told(control.label, shown));
      return;
    }
    const made = host.querySelector<HTMLElement>(`[data-control="${index}"]`)!;
    if (control.kind === 'walk') return showWalk(made, control, state, shown);
    const field = (figure.state as Schema)[control.field]!;
    const written = writtenOf(field, control, state, shown);
    made.hidden = control.isHidden?.(shown) ?? false;
    if (control.kind === 'slider') {
      const range = made.querySelector('input')!;
      if (control.to) range.max = String(control.to(shown));
      range.value = field.names ? String(field.names.indexOf(written)) : written;
      showValue(made, control, written, shown);
    } else if (control.kind === 'switch') made.querySelector('input')!.checked = state[control.field] === true;
    else if (control.kind === 'strip') {
      for (const radio of made.querySelectorAll('input')) radio.checked = radio.value === written;
    } else {
      const list = made.querySelector('select')!;
      const options = optionsOf(control, shown);
      if (String(options) !== String([...list.options].map(({ text }) => text)))
        list.replaceChildren(...options.map((text, at) => new Option(text, valuesOf(field)[at]!)));
      list.value = written;
    }
  });
  for (const [name, { drawing }] of panesOf(figure)) {
    if (drawing.point?.kind !== 'plane') continue;
    const handles = host.querySelectorAll<HTMLElement>(`[data-pane="${name}"] .handle`);
    handles.forEach((handle, index) => showHandle(handle, drawing.point as PlanePointing<Schema>, index, state));
  }
}

function showValue(made: HTMLElement, { show }: Slider<Schema, unknown>, written: string, shown: unknown): void {
  const text = show?.(shown) ?? written;
  made.querySelector('output')!.textContent = text;
  if (show) made.querySelector('input')!.setAttribute('aria-valuetext', text);
}

/** Not `disabled`, which would take the focus away from a reader who has just pressed it; but what does nothing is no stop of the tab key. */
function allow(button: Element, isAllowed: boolean): void {
  button.setAttribute('aria-disabled', String(!isAllowed));
  if (isAllowed) button.removeAttribute('tabindex');
  else button.setAttribute('tabindex', '-1');
}

function showDisabled(button: HTMLElement, { isDisabled }: Press<Schema, unknown>, shown: unknown): void {
  if (isDisabled) allow(button, !isDisabled(shown));
}

function showWalk(
  made: HTMLElement,
  { at, last, label }: Walk<Schema, unknown>,
  state: AnyState,
  shown: unknown,
): void {
  allow(made.querySelector('[name=back]')!, at(state) > 1);
  allow(made.querySelector('[name=next]')!, at(state) < last(shown));
  fill(made.querySelector('.stop')!, told(label, shown));
}

/** Puts the controls of a figure back to where the build had them. */
export function putBackControls(host: HTMLElement): void {
  for (const control of host.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-field]'))
    if (control instanceof HTMLSelectElement) {
      const usual = [...control.options].findIndex(({ defaultSelected }) => defaultSelected);
      control.selectedIndex = Math.max(0, usual);
    } else if (control.type === 'checkbox' || control.type === 'radio') control.checked = control.defaultChecked;
    else control.value = control.defaultValue;
}
