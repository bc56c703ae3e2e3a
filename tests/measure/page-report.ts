import { get, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { startSample } from '../service-process.js';
import { violationsOf } from '../web/axe.js';

/** What the search page weighs, how soon it begins to come, and whether everybody can use it. */

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const PAGES = ['/', '/?q=Tokayev', '/?q=qwxzr', '/articles/numune-014?q=Tokayev'];
const WIDTHS = [390, 820, 1440];
const SCHEMES = ['light', 'dark'] as const;
const TRIES = 9;

interface Sent {
  readonly raw: number;
  readonly compressed: number;
  /** Milliseconds until the first byte. */
  readonly wait: number;
}

const service = await startSample();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const path of PAGES) await reportWeight(path, browser);
  await reportViolations(browser);
} finally {
  await browser.close();
  await service.stop();
}

async function reportWeight(path: string, browser: Browser): Promise<void> {
  const files = await filesOf(path, browser);
  const sent = await Promise.all(files.map(fetchFile));
  console.log(`\n${path}`);
  printRow('file', 'bytes', 'gzip');
  files.forEach((file, at) => printRow(file, sent[at]?.raw ?? 0, sent[at]?.compressed ?? 0));
  const sum = (of: (one: Sent) => number) => sent.reduce((all, one) => all + of(one), 0);
  printRow(
    `${files.length} requests`,
    sum(({ raw }) => raw),
    sum(({ compressed }) => compressed),
  );
  const waits: number[] = [];
  for (let tries = 0; tries < TRIES; tries++) waits.push((await fetchFile(path)).wait);
  const median = waits.sort((a, b) => a - b)[Math.floor(TRIES / 2)] ?? 0;
  console.log(`  first byte after ${median.toFixed(1)} ms, in the middle of ${TRIES}`);
}

/** Everything that the browser asks for to show a page, the page first. */
async function filesOf(path: string, browser: Browser): Promise<string[]> {
  const page = await browser.newPage();
  const files: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'GET') files.push(request.url().replace(service.url, ''));
  });
  await page.goto(service.url + path, { waitUntil: 'networkidle' });
  await page.close();
  return [...new Set(files)];
}

function fetchFile(path: string): Promise<Sent> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const take = (response: IncomingMessage) => {
      const wait = performance.now() - started;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        const isPacked = response.headers['content-encoding'] === 'gzip';
        const raw = isPacked ? gunzipSync(body).length : body.length;
        resolve({ raw, compressed: body.length, wait });
      });
    };
    get(service.url + path, { headers: { 'Accept-Encoding': 'gzip' } }, take).on('error', reject);
  });
}

async function reportViolations(browser: Browser): Promise<void> {
  console.log('\naxe violations');
  for (const path of PAGES) {
    for (const colorScheme of SCHEMES) {
      for (const width of WIDTHS) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        await page.goto(service.url + path);
        const found = await violationsOf(page);
        printRow(`${path} ${colorScheme} ${width}`, found.length, '');
        for (const violation of found) console.log(`    ${violation.slice(0, 200)}`);
        await page.close();
      }
    }
  }
}

function printRow(label: string, ...cells: readonly (string | number)[]): void {
  const shown = cells.map((cell) => String(cell).padStart(9)).join('');
  console.log(`  ${label.padEnd(44)}${shown}`.trimEnd());
}
