import { expect, it } from 'vitest';
import { createEmbeddedEngine } from '../../../src/engines/embedded/engine.js';
import { loadEngineSettings } from '../../../src/engines/settings.js';
import { useEngine } from '../../contract/test-index.js';
import { makeTemporaryFolder } from './folder.js';

const { fill, search } = useEngine(() => {
  const folder = makeTemporaryFolder();
  const engine = createEmbeddedEngine({ folder: folder.path, threads: 1 });
  const dispose = async () => {
    await engine.close();
    folder.remove();
  };
  return Promise.resolve({ engine, dispose });
});

const several = (count: number, body: string) =>
  Array.from({ length: count }, (_, at) => ({ id: `${body} ${at}`, body }));

it('gives up words group by group, and stops with the group that fills the page', async () => {
  const { fullPage } = loadEngineSettings();
  await fill([
    ...several(fullPage - 5, 'alma heyva'),
    ...several(fullPage - 10, 'heyva'),
    ...several(fullPage + 20, 'alma'),
  ]);
  const { total, hits } = await search('alma heyva ', { limit: 100 });
  expect(total).toBe(fullPage - 5 + fullPage - 10);
  expect(hits.filter(({ article }) => article.body === 'alma')).toEqual([]);
});
