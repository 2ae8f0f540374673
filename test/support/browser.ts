import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  firefox,
  type LaunchOptions,
} from 'playwright-core';
import { type Sound, startSound } from './sound';

/** How the browser answers a page's request for the microphone. An allowed microphone beeps. */
export type Microphone = 'allowed' | 'denied' | 'missing';

/** The differences between browsers that matter to a test. */
export interface BrowserKind {
  name: 'Chromium' | 'Firefox';
  launch(microphone: Microphone): Promise<Browser>;
  /** For pages that may record. */
  context: BrowserContextOptions;
  /** With microphone permission, and tabs that become hidden when another one is in front. */
  launchTabs(): Promise<{ context: BrowserContext; close(): Promise<void> }>;
  /** The formats of the browser's own recorder, as the runtime names them, for each requested format. */
  formats: Record<'none' | 'aac' | 'mp3' | 'ogg', RegExp>;
  /** The error in an iframe that may not record. Only some browsers tell pages their permissions policy. */
  framed: RegExp;
}

/** A loopback host name that browsers consider insecure. */
export const INSECURE_HOST = 'app.test';

/** Linux only: hides the machine's microphones from these programs. */
const NO_SOUND = {
  PULSE_SERVER: 'unix:/nonexistent',
  ALSA_CONFIG_PATH: '/dev/null',
  PIPEWIRE_REMOTE: 'none',
};

const PLACES = {
  chromium: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
};

/** @throws {Error} with what to install */
function pathOf(
  name: 'Chromium' | 'Firefox',
  variable: string,
  places: readonly string[],
  debian: string,
): string {
  const given = process.env[variable];
  const found = given ? [given].find(existsSync) : places.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    given
      ? `${variable} is ${given}, where no file is. Give the path of a ${name}.`
      : `No ${name} at ${places.join(', ')}. Install it (Debian: apt-get install ${debian}) or give its path in ${variable}.`,
  );
}

function launchChromium(microphone: Microphone, more: readonly string[] = []): Promise<Browser> {
  const args = ['--no-sandbox', `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`, ...more];
  if (microphone !== 'missing') args.push('--use-fake-device-for-media-stream');
  args.push(microphone === 'denied' ? '--deny-permission-prompts' : '--use-fake-ui-for-media-stream');
  args.push('--autoplay-policy=no-user-gesture-required');
  return chromium.launch({
    executablePath: pathOf('Chromium', 'CHROMIUM_PATH', PLACES.chromium, 'chromium'),
    args,
    ...environment(microphone),
  });
}

function launchFirefox(microphone: Microphone): Promise<Browser> {
  return firefox.launch({
    // The vendor's browser over WebDriver BiDi. Without a channel, Playwright requires its own build.
    channel: 'moz-firefox',
    executablePath: pathOf('Firefox', 'FIREFOX_PATH', PLACES.firefox, 'firefox-esr'),
    firefoxUserPrefs: {
      'media.navigator.streams.fake': microphone !== 'missing',
      'media.navigator.permission.disabled': microphone !== 'denied',
      ...(microphone === 'denied' && { 'permissions.default.microphone': 2 }),
      'media.autoplay.default': 0,
      'dom.disable_open_during_load': false,
      'network.dns.localDomains': INSECURE_HOST,
    },
    ...environment(microphone),
  });
}

function environment(microphone: Microphone): Pick<LaunchOptions, 'env'> {
  const more = microphone === 'missing' ? NO_SOUND : sound?.env;
  return { env: { ...process.env, ...more } as Record<string, string> };
}

let sound: Sound | undefined;

/** Called before the first browser is launched. @returns a function that stops it */
export async function prepareSound(): Promise<() => Promise<void>> {
  sound = await startSound();
  return sound.close;
}

export const BROWSERS: readonly BrowserKind[] = [
  {
    name: 'Chromium',
    launch: launchChromium,
    context: { permissions: ['microphone'] },
    // In contexts of its own, Playwright tells every page that it is in front; not so in a browser that it
    // connects to.
    async launchTabs() {
      const port = await freePort();
      const browser = await launchChromium('allowed', [`--remote-debugging-port=${port}`]);
      const joined = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
      const close = async () => {
        await joined.close();
        await browser.close();
      };
      return { context: joined.contexts()[0]!, close };
    },
    // AAC in builds with the vendor's codecs, such as Chrome, but not in Debian's.
    formats: { none: /^(aac|webm)$/, aac: /^(aac|webm)$/, mp3: /^(aac|webm)$/, ogg: /^(aac|webm)$/ },
    framed: /^startRecord:fail microphone is not allowed here: add allow="microphone" to the iframe/,
  },
  {
    name: 'Firefox',
    launch: launchFirefox,
    context: {},
    async launchTabs() {
      const browser = await launchFirefox('allowed');
      return { context: await browser.newContext(), close: () => browser.close() };
    },
    formats: { none: /^webm$/, aac: /^webm$/, mp3: /^webm$/, ogg: /^ogg$/ },
    framed: /^startRecord:fail auth deny$/,
  },
];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface Upload {
  path: string;
  body: Buffer;
  /** The first part with a file name, if any. */
  file: { head: string; content: Buffer } | undefined;
}

export interface AppServer {
  url: string;
  uploads: Upload[];
  /** Paths of files that are not found. */
  missing: Set<string>;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wav': 'audio/wav',
};

/** @param contentType including the boundary of the parts */
function fileIn(body: Buffer, contentType: string): Upload['file'] {
  const boundary = `--${/boundary=(\S+)/.exec(contentType)?.[1]}`;
  for (let at = body.indexOf(boundary); at !== -1; ) {
    const next = body.indexOf(boundary, at + boundary.length);
    const start = body.indexOf('\r\n\r\n', at);
    const head = body.subarray(at + boundary.length + 2, start).toString();
    if (next !== -1 && head.includes('filename='))
      return { head, content: body.subarray(start + 4, next - 2) };
    at = next;
  }
  return undefined;
}

/** Serves a built app on the loopback interface and accepts posted files. */
export async function serve(folder: string): Promise<AppServer> {
  const uploads: Upload[] = [];
  const missing = new Set<string>();
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (request.method === 'POST') {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts);
        uploads.push({ path, body, file: fileIn(body, request.headers['content-type'] ?? '') });
        response.end('{"code":0,"url":"ok"}');
      });
      return;
    }
    if (path.startsWith('/frame')) {
      response.setHeader('content-type', 'text/html');
      response.end(`<iframe src="http://localhost:${port}/" width="400" height="600"></iframe>`);
      return;
    }
    if (path === '/empty') {
      response.setHeader('content-type', 'text/html');
      response.end('<title>empty</title>');
      return;
    }
    const file = join(folder, path === '/' ? 'index.html' : path);
    if (missing.has(path) || !existsSync(file)) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    const content = readFileSync(file);
    // Browsers only seek in sounds that they can request parts of.
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    if (from === undefined) {
      response.setHeader('accept-ranges', 'bytes');
      response.end(content);
      return;
    }
    const part = content.subarray(Number(from), to ? Number(to) + 1 : content.length);
    const last = Number(from) + part.length - 1;
    response.writeHead(206, { 'content-range': `bytes ${from}-${last}/${content.length}` });
    response.end(part);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    uploads,
    missing,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
