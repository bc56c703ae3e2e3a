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

it('gives up words group by group, and stops with the group with which there are enough', async () => {
  const { fullPage, partial } = loadEngineSettings();
  const [full, rarer, rare] = [fullPage - 5, partial.hits - fullPage, partial.hits + 20];
  await fill([
    ...several(full, 'alma heyva'),
    ...several(rarer, 'heyva'),
    ...several(5, 'nar alma'),
    ...several(rare, 'alma'),
  ]);
  const found = await search('alma heyva nar ', { limit: 100 });
  expect(found.total).toBe(full + rarer + 5);
  expect(found.hits.filter(({ article }) => article.body === 'alma')).toEqual([]);
});

it('gives up nothing when a page is full without it', async () => {
  const { fullPage } = loadEngineSettings();
  await fill([...several(fullPage, 'alma heyva'), ...several(5, 'heyva')]);
  expect((await search('alma heyva ')).total).toBe(fullPage);
});
