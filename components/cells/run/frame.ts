/**
 * All that runs in the frame. It is handed a script, and two ports: one by which the page has the
 * worker ended and hears of a script that cannot be read, and one that the worker alone gets.
 */
export const frameScript = `onmessage = ({ data, ports: [control, port] }) => {
  const address = URL.createObjectURL(new Blob([data], { type: 'text/javascript' }));
  const worker = new Worker(address);
  worker.onerror = (event) => {
    event.preventDefault();
    control.postMessage({ message: event.message, line: event.lineno });
  };
  control.onmessage = () => {
    worker.terminate();
    URL.revokeObjectURL(address);
  };
  worker.postMessage(0, [port]);
};`;

/** Of the script above; a test holds them together. */
export const frameHash = 'sha256-Y6T8vdEvgzB/qxZuWEv2sZp+w9K7Z/46CyQu5/FXrRE=';

/** It can load nothing, and a worker that it makes inherits that. */
const policy = ["default-src 'none'", "connect-src 'none'", `script-src '${frameHash}' blob:`, 'worker-src blob:'].join(
  '; ',
);

const frameDocument = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${frameScript}</script>`;

/** A frame without an origin: it has no storage, and neither reads the page nor is read by it. */
export async function openFrame(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.title = 'Runs the cells of this page';
  frame.hidden = true;
  frame.srcdoc = frameDocument;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame;
}
