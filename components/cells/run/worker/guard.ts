/**
 * What a cell's code can reach by name: the language itself, and clocks. All else that a worker has
 * goes before the reader's code begins, so that what is refused by the frame's policy is not even there.
 */

/** Beside what ECMAScript defines. */
const kept = [
  'console',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'queueMicrotask',
  'performance',
  'structuredClone',
];

const language = [
  ...['globalThis', 'Infinity', 'NaN', 'undefined', 'eval', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape'],
  ...['Object', 'Function', 'Boolean', 'Symbol', 'Number', 'BigInt', 'Math', 'Date', 'String', 'RegExp', 'Array'],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['BigInt64Array', 'BigUint64Array', 'Float16Array', 'Float32Array', 'Float64Array', 'ArrayBuffer', 'DataView'],
  ...['Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Iterator', 'JSON', 'Reflect', 'Proxy'],
  ...['Promise', 'Intl', 'InternalError', 'SuppressedError', 'DisposableStack', 'AsyncDisposableStack', 'Temporal'],
];

/** What the library asks about before it uses it: it has to find nothing there, not an error. */
const absent = ['WebAssembly', 'SharedArrayBuffer', 'Atomics'];

/** What readers try, also where this worker has it not. */
const tried = [
  ...['window', 'self', 'document', 'parent', 'top', 'location', 'navigator', 'alert', 'prompt', 'require', 'process'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts', 'postMessage', 'close', 'Worker'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'BroadcastChannel', 'requestAnimationFrame'],
];

/** Takes from the global object, and from what it inherits, all that a cell has no use for. */
export function guardGlobals(global: object): void {
  const allowed = new Set([...kept, ...language]);
  const gone = new Set(tried);
  for (
    let from: object | null = global;
    from && from !== Object.prototype;
    from = Object.getPrototypeOf(from) as object | null
  )
    for (const key of Reflect.ownKeys(from)) {
      if (typeof key !== 'string' || allowed.has(key)) continue;
      Reflect.deleteProperty(from, key);
      if (key !== 'constructor') gone.add(key);
    }
  for (const name of gone) {
    const refuse = (): never => {
      throw new ReferenceError(
        `‘${name}’ is not there in a cell. A cell has the language itself, the page’s numbers and the library, and reaches nothing else.`,
      );
    };
    if (!absent.includes(name)) Reflect.defineProperty(global, name, { get: refuse, set: refuse, configurable: true });
  }
}
