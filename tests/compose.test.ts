import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packageRoot } from '../indexer/config.js';
import { OLDEST_SERVER } from '../src/engines/meilisearch/server.js';
import { readEnvironment } from '../src/environment.js';

const read = (name: string) => readFileSync(join(packageRoot(), name), 'utf8');
const compose = read('docker-compose.yml').replace(/^ *#.*\n/gm, '');

/** What stands under a name that is indented so far. */
function under(text: string, name: string, indent: number): string {
  const margin = ' '.repeat(indent);
  const block = new RegExp(`^${margin}${name}:\\n((?:${margin} +.*\\n|\\n)+)`, 'm').exec(text);
  return block?.[1] ?? '';
}

const services = under(compose, 'services', 0);
const meilisearch = under(services, 'meilisearch', 2);
const key = under(services, 'key', 2);
const axtar = under(services, 'axtar', 2);

describe('docker-compose.yml', () => {
  it('has three services', () => {
    expect(services.match(/^ {2}\w+(?=:)/gm)).toEqual(['  meilisearch', '  key', '  axtar']);
  });

  it('starts the Meilisearch that Axtar is made for, for production and without analytics', () => {
    expect(meilisearch).toContain(`image: getmeili/meilisearch:v${OLDEST_SERVER}\n`);
    expect(meilisearch).toContain('MEILI_ENV: production\n');
    expect(meilisearch).toContain("MEILI_NO_ANALYTICS: 'true'\n");
  });

  it('hides Meilisearch: no port, and a network without a way out', () => {
    expect(meilisearch + key).not.toMatch(/^ +ports:/m);
    expect(meilisearch).toContain('networks: [engine]\n');
    expect(under(under(compose, 'networks', 0), 'engine', 2)).toMatch(/^ {4}internal: true$/m);
  });

  it('publishes Axtar on this machine alone unless told otherwise', () => {
    expect(under(axtar, 'ports', 4).trim()).toMatch(/^- '\$\{\w+:-127\.0\.0\.1\}:[^\n]*:3000'$/);
  });

  it('says who may search, in the open, and lets the operator say otherwise', () => {
    expect(axtar).toContain('AXTAR_SEARCH_ACCESS: ${AXTAR_SEARCH_ACCESS:-open}\n');
    expect(read('.env.example')).toMatch(/^#AXTAR_SEARCH_ACCESS=open$/m);
  });

  it('keeps the master key from Axtar, and out of the file', () => {
    expect(axtar).not.toMatch(/master/i);
    expect(compose.match(/MEILI_MASTER_KEY: .*/g)).toEqual([
      expect.stringMatching(/^MEILI_MASTER_KEY: &master-key \$\{MEILI_MASTER_KEY:\?.+\}$/),
      'MEILI_MASTER_KEY: *master-key',
    ]);
  });

  it('lets Axtar read the key where it was written, once it is written', () => {
    const file = /command: \[key, --out, (\S+)\]/.exec(key)?.[1] ?? 'none';
    const folder = file.slice(0, file.lastIndexOf('/'));
    expect(axtar).toContain(`MEILI_API_KEY_FILE: ${file}\n`);
    expect(key).toContain(`- key:${folder}\n`);
    expect(axtar).toContain(`- key:${folder}:ro\n`);
    const waits = under(axtar, 'depends_on', 4);
    expect(under(waits, 'key', 6)).toContain('condition: service_completed_successfully');
    expect(under(waits, 'meilisearch', 6)).toContain('condition: service_healthy');
  });

  it.each([
    ['key', key],
    ['axtar', axtar],
  ])('gives %s nothing to write on but its volumes', (_, service) => {
    expect(service).toMatch(/^ {4}read_only: true$/m);
    expect(service).toContain('cap_drop: [ALL]\n');
  });

  it.each([
    ['docker-compose.yml', /^ +image: (.+)$/gm],
    ['Dockerfile', /^FROM (\S+)/gm],
  ])('%s names a version of every image', (file, pattern) => {
    const images = [...read(file).matchAll(pattern)].map((match) => match[1] ?? '');
    expect(images.length).toBeGreaterThan(1);
    for (const image of images) expect(image).toMatch(/:(?!latest$)[\w.-]+$/);
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile');

  it('runs as a user of its own, and gets signals itself', () => {
    expect(dockerfile.lastIndexOf('\nUSER node\n')).toBeGreaterThan(
      dockerfile.lastIndexOf('\nRUN '),
    );
    expect(dockerfile).toMatch(/^ENTRYPOINT \[/m);
  });

  it('starts as it is: what it listens on and who may search go together', () => {
    const [settings = ''] = /^ENV (?:.*\\\n)*.*$/m.exec(dockerfile) ?? [];
    const variables = [...settings.matchAll(/([A-Z_]+)=(\S+)/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    const environment = readEnvironment(
      z.record(z.string(), z.string()).parse(Object.fromEntries(variables)),
      'serve',
    );
    expect(environment).toMatchObject({ host: '0.0.0.0', http: { searchAccess: 'open' } });
  });

  it('runs a Node that the package supports', () => {
    const major = /"node": ">=(\d+)\./.exec(read('package.json'))?.[1] ?? 'none';
    for (const [, base] of dockerfile.matchAll(/^FROM node:(\d+)/gm)) expect(base).toBe(major);
  });

  it('is made of named files only, so that no secret gets into it', () => {
    const [first, ...rest] = read('.dockerignore')
      .split('\n')
      .filter((line) => /^[^#]/.test(line));
    expect(first).toBe('*');
    for (const line of rest) expect(line).toMatch(/^![\w.-]+$/);
    expect(rest).not.toContain('!.env');
  });

  it('has the folders that its volumes are mounted on, and they are its own', () => {
    const targets = [...axtar.matchAll(/^ +- \w+:(\/[\w/]+)/gm)].map((match) => match[1] ?? '');
    const made = /^RUN install --directory --owner=node .*$/m.exec(dockerfile)?.[0] ?? '';
    expect(targets).toHaveLength(2);
    for (const target of targets) expect(made.split(' ')).toContain(target);
    expect(dockerfile).toContain(`AXTAR_DATA_DIR=${targets[0] ?? ''}\n`);
  });
});

it('.env is never committed, and its example holds no key', () => {
  expect(read('.gitignore').split('\n')).toContain('.env');
  expect(read('.env.example')).toMatch(/^MEILI_MASTER_KEY=$/m);
});
