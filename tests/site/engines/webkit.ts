import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { Builder, By, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import type { Candidate, Engine, Key as KeyName } from './engine.ts';
import { findProgram } from './find.ts';

const keys: Record<KeyName, string> = {
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowDown: Key.ARROW_DOWN,
  ArrowUp: Key.ARROW_UP,
  Enter: Key.ENTER,
};

/** Ends with the tests, however they end. */
function started(process_: ChildProcess): ChildProcess {
  process.once('exit', () => process_.kill());
  return process_;
}

async function openScreen(xvfb: string): Promise<{ readonly process: ChildProcess; readonly name: string }> {
  const screen = started(
    spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    }),
  );
  const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  return { process: screen, name: `:${String(number).trim()}` };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function isReady(address: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await fetch(`${address}/status`).catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`WebKitWebDriver did not answer at ${address}.`);
}

async function connect(address: string, binary: string): Promise<WebDriver> {
  await isReady(address);
  const driver = await new Builder()
    .usingServer(address)
    .withCapabilities(
      new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args: ['--automation'] } }),
    )
    .build();
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 840 });
  return driver;
}

interface Programs {
  readonly server: string;
  readonly browser: string;
  readonly xvfb: string;
}

async function open({ server, browser, xvfb }: Programs, downloads: string): Promise<Engine> {
  const screen = await openScreen(xvfb);
  const port = await freePort();
  // It saves files at home, and asks nobody.
  const env = { ...process.env, HOME: downloads, DISPLAY: screen.name };
  const service = started(spawn(server, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore' }));
  const driver = await connect(`http://127.0.0.1:${port}`, browser);
  const find = (selector: string) => driver.findElement(By.css(selector));
  return {
    open: (address) => driver.get(address),
    run: (script, ...args) => driver.executeScript(script, ...args),
    hover: (selector) =>
      driver
        .actions()
        .move({ origin: find(selector) })
        .perform(),
    click: (selector) => find(selector).click(),
    press: (key) => driver.actions().sendKeys(keys[key]).perform(),
    async type(selector, text) {
      const box = find(selector);
      await driver.executeScript((box: HTMLInputElement) => box.select(), box);
      await box.sendKeys(text);
    },
    async close() {
      await driver.quit();
      service.kill();
      screen.process.kill();
    },
  };
}

/** WebKitGTK's own small browser: of all that runs on Linux the nearest to Safari. */
export const webkit: Candidate = {
  name: 'WebKit',
  find() {
    const server = findProgram('WebKitWebDriver');
    const browser = findProgram('/usr/lib/*/webkit2gtk-4.1/MiniBrowser', '/usr/libexec/webkit2gtk-4.1/MiniBrowser');
    const xvfb = findProgram('Xvfb');
    if (!server) return { missing: 'no WebKitWebDriver was found' };
    if (!browser) return { missing: 'no MiniBrowser of WebKitGTK 4.1 was found' };
    if (!xvfb) return { missing: 'no Xvfb was found' };
    return { launch: (downloads) => open({ server, browser, xvfb }, downloads) };
  },
};
