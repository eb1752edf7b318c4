import type { Surface } from '../plots/surface.ts';
import type { NumberTable } from './number-table.ts';
import type { Part } from './phrase.ts';
import type { Schema, State } from './state/fields.ts';

/** Where a figure's numbers come from. */
export type Badge = 'trained' | 'computed' | 'hand-set' | 'seeded random' | 'measured';

/** Words that stand in a figure: the same always, or as what is shown asks for. */
export type Said<Shown> = string | readonly Part[] | ((shown: Shown) => string | readonly Part[]);

export function told<Shown>(said: Said<Shown>, shown: Shown): string | readonly Part[] {
  return typeof said === 'function' ? said(shown) : said;
}

interface Bound<S extends Schema, Shown> {
  /** The field of the state that it sets. */
  readonly field: keyof S & string;
  readonly label: Said<Shown>;
  /** Whether it has nothing to set at present. */
  readonly isHidden?: (shown: Shown) => boolean;
  /** What it is set to where the state leaves that to the figure. */
  readonly chosen?: (shown: Shown) => unknown;
}

/** A slider over a field's range, or over the list of what it can be. In its label, `{}` is where the value stands; else behind it. */
export interface Slider<S extends Schema, Shown> extends Bound<S, Shown> {
  readonly kind: 'slider';
  /** The value in words; default: as it is. */
  readonly show?: (shown: Shown) => string;
  /** Which of the field's numbers it sets, counted from 0, where the field has several. */
  readonly entry?: number;
  /** The end of its range, where that depends on what is shown. */
  readonly to?: (shown: Shown) => number;
}

/** Radio buttons in a strip, or a list to choose from: a label for each value, in the field's order. */
export interface Choice<S extends Schema, Shown> extends Bound<S, Shown> {
  readonly kind: 'strip' | 'select';
  readonly options: readonly string[] | ((shown: Shown) => readonly string[]);
}

export interface Switch<S extends Schema, Shown> extends Bound<S, Shown> {
  readonly kind: 'switch';
}

/** A button whose press changes the state. */
export interface Press<S extends Schema, Shown> {
  readonly kind: 'press';
  readonly label: Said<Shown>;
  readonly class?: string;
  readonly act: (state: State<S>, shown: Shown) => Partial<State<S>>;
  readonly isDisabled?: (shown: Shown) => boolean;
}

/** Buttons that go from stop to stop, counted from 1: back, on, or by themselves to the last. */
export interface Walk<S extends Schema, Shown> {
  readonly kind: 'walk';
  /** Where it is, in words. */
  readonly label: Said<Shown>;
  readonly at: (state: State<S>) => number;
  readonly last: (shown: Shown) => number;
  readonly go: (stop: number) => Partial<State<S>>;
  /** Milliseconds that a stop stands while it plays: time to read it. */
  readonly pace: number;
}

export type Control<S extends Schema, Shown> =
  Slider<S, Shown> | Choice<S, Shown> | Switch<S, Shown> | Press<S, Shown> | Walk<S, Shown>;

/** How wide drawings are made, in pixels; frame.css shows the widest that there is room for. */
const widths = [276, 326, 416, 560, 730, 860] as const;
/** The widest that a drawing is made. One of 326 is a small chart, which may stand with others in a row. */
export type Width = Exclude<(typeof widths)[number], 276>;

/** A square plane and what can be moved about it, each thing with a handle over its tip. */
export interface PlanePointing<S extends Schema> {
  readonly kind: 'plane';
  /** It runs from −extent to extent both ways, over the whole drawing. */
  readonly extent: number;
  /** Coordinates stay from −limit to limit, on multiples of step. */
  readonly limit: number;
  readonly step: number;
  /** Each is x and y, two numbers of a field that follow each other; `first` is where x stands, counted from 0. */
  readonly handles: readonly { readonly label: string; readonly field: keyof S & string; readonly first: number }[];
  /** A point in words. */
  readonly say: (at: readonly [x: number, y: number]) => string;
  /** The field that names the one in hand: what it can be stands in the order of the handles. */
  readonly held?: keyof S & string;
}

/** What a reader points at in a drawing. */
export type Pointing<S extends Schema, Shown> =
  /** Cells, by pointer and arrow keys: their row and column are two fields, counted from 0. */
  | {
      readonly kind: 'cells';
      readonly fields: readonly [row: keyof S & string, column: keyof S & string];
      readonly size: (shown: Shown) => readonly [rows: number, columns: number];
      readonly chosen: (shown: Shown) => readonly [row: number, column: number];
      /** Whether the arrow keys move over it: not where another drawing takes them for the same cells. Default yes. */
      readonly byKeys?: boolean;
    }
  /** Marks that carry a number in `data-<attribute>`: the index of the value in what the field can be. `drag` follows a held pointer. */
  | { readonly kind: 'press' | 'drag'; readonly attribute: string; readonly field: keyof S & string }
  /** Things to be moved about the drawing, a square plane: by pointer, whichever is nearest, and by arrow keys. */
  | PlanePointing<S>
  /** By pointer and by keys, in a way that the figure's own element listens to. */
  | { readonly kind: 'own' };

export interface Drawing<S extends Schema, Shown> {
  /** The class of the element around it. */
  readonly class: string;
  readonly width: Width;
  /** What it shows, or how it is moved over where it takes keys. */
  readonly label: Said<Shown>;
  readonly plot: (shown: Shown, surface: Surface) => SVGSVGElement;
  /** The drawing for a file, where the page has no room for all of it: nothing where it has. */
  readonly whole?: (shown: Shown, document: Document) => SVGSVGElement | undefined;
  readonly point?: Pointing<S, Shown>;
  /** Fields that change only what is marked on it, by `mark`. */
  readonly marks?: readonly (keyof S & string)[];
  readonly mark?: (svg: SVGSVGElement, shown: Shown) => void;
}

export interface Pane<S extends Schema, Shown> {
  readonly class?: string;
  /** What chooses it on a phone, which shows panes with such names one at a time. */
  readonly tab?: string;
  readonly title?: Said<Shown>;
  readonly note?: Said<Shown>;
  readonly drawing: Drawing<S, Shown>;
  readonly legend?: Said<Shown>;
  /** What stands under the drawing, where that is more than a legend. */
  readonly below?: (document: Document, shown: Shown) => HTMLElement;
}

/** What stands between controls and read-out, from top to bottom. */
export type Block<S extends Schema, Shown> =
  | {
      readonly kind: 'panes';
      readonly panes: Readonly<Record<string, Pane<S, Shown>>>;
      /** The pane that is chosen at first, where they have tabs; default: the first. */
      readonly first?: string;
    }
  | { readonly kind: 'text'; readonly class: string; readonly text: Said<Shown> }
  | { readonly kind: 'element'; readonly make: (document: Document, shown: Shown) => HTMLElement };

/** What a figure has to find out before it can compute: random draws, long sums, what a model says. */
export interface Finding<S extends Schema, Reading> {
  /** The fields that it depends on. */
  readonly on: readonly (keyof S & string)[];
  /** Pure, called at build, and in the page where there is no worker. */
  readonly read: (state: State<S>) => Reading;
  /** In the page, a worker that does it while the controls stay live: for what takes longer than 50 ms. It calls `serve(read)`. */
  readonly worker?: () => Worker;
}

/**
 * A figure is a value: what a reader may set, what follows from that, and how it is drawn, read
 * out and listed. One host draws it at build, one element takes over when it is touched.
 */
export interface Figure<S extends Schema, Reading, Shown> {
  /** Its name in addresses and exports: lower case, hyphens, the name of its folder. */
  readonly id: string;
  readonly title: string;
  /** Where its numbers come from; what a reader sets or starts may change that. */
  readonly badge: Badge | ((shown: Shown) => Badge);
  /** What the badge adds: the model, the seed, the device. */
  readonly source?: string | ((shown: Shown) => string);
  /** Whether it may use the margin beside the reading column. */
  readonly wide?: boolean;
  readonly class?: string;
  readonly state: S;
  readonly finding?: Finding<S, Reading>;
  /** The state as far as there is room for it in what was read: an end of a range, a cell that is there. */
  readonly fit?: (state: State<S>, reading: Reading) => State<S>;
  /** What follows from a state. Pure. */
  readonly compute: (state: State<S>, reading: Reading) => Shown;
  readonly controls: readonly Control<S, Shown>[];
  /** What the fold is called that they stand behind, where they are not for a first look. */
  readonly fold?: string;
  readonly body: readonly Block<S, Shown>[];
  readonly readout: (shown: Shown) => string | readonly Part[];
  readonly tables: (shown: Shown) => readonly NumberTable[];
}

// Host and element take any figure; what it computes passes through them unseen.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyFigure = Figure<any, any, any>;

/** The definition itself, its types taken from its schema and from what it computes. */
export function defineFigure<S extends Schema, Shown, Reading = undefined>(
  figure: Figure<S, Reading, Shown>,
): Figure<S, Reading, Shown> {
  return figure;
}

/** Where the numbers that are shown come from: the badge, and what it adds. */
export function originOf(
  { badge, source }: AnyFigure,
  shown: unknown,
): { readonly badge: Badge; readonly source: string | undefined } {
  return {
    badge: typeof badge === 'function' ? badge(shown) : badge,
    source: typeof source === 'function' ? source(shown) : source,
  };
}

/** The panes of a figure by name. */
export function panesOf<S extends Schema, Shown>({
  body,
}: Pick<Figure<S, never, Shown>, 'body'>): readonly (readonly [name: string, pane: Pane<S, Shown>])[] {
  return body.flatMap((block) => (block.kind === 'panes' ? Object.entries(block.panes) : []));
}

/** All widths that a drawing is made at: a small chart's two, or from a phone's to its widest. */
export function widthsOf(widest: Width): readonly number[] {
  return widths.filter((width) => width <= widest && (width > 276 || widest === 326));
}

/** How wide a drawing is in so much room. */
export function widthIn(room: number, widest: Width): number {
  const all = widthsOf(widest);
  return all.findLast((width) => width <= room) ?? all[0]!;
}
