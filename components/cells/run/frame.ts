import { say } from '../../say.ts';

/**
 * All that runs in the frame. It is handed a script, and two ports: one by which the page has the
 * worker ended and hears of a script that cannot be read, and one that the worker alone gets.
 */
export const frameScript = `const addressOf = (script) => URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
onmessage = ({ data, ports: [control, port] }) => {
  const address = addressOf(data);
  const worker = new Worker(address);
  const tell = (message, line) => control.postMessage({ message, line });
  worker.onerror = (event) => {
    event.preventDefault();
    if (event.message) return tell(event.message, event.lineno);
    // Firefox does not say what it cannot read, unless a second worker asks for it.
    const second = new Worker(addressOf(
      'try { importScripts("' + address + '") } catch (error) { postMessage([String(error), error.lineNumber]) }'
    ));
    second.onmessage = (event) => {
      second.terminate();
      tell(...event.data);
    };
  };
  control.onmessage = () => {
    worker.terminate();
    URL.revokeObjectURL(address);
  };
  worker.postMessage(0, [port]);
};`;

/** Of the script above; a test holds them together. */
export const frameHash = 'sha256-xpG8yt+1/XNo2H8s37dUNJp/HH/17/0IyaLrp8/ALIg=';

/** It can load nothing, and a worker that it makes inherits that. */
const policy = ["default-src 'none'", "connect-src 'none'", `script-src '${frameHash}' blob:`, 'worker-src blob:'].join(
  '; ',
);

const frameDocument = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${frameScript}</script>`;

/** A frame without an origin: it has no storage, and neither reads the page nor is read by it. */
export async function openFrame(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.title = say('cellFrame');
  frame.hidden = true;
  frame.srcdoc = frameDocument;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame;
}
