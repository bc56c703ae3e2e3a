import { createEmbeddedEngine } from '../../../src/engines/embedded/engine.js';
import { searchEngineContract } from '../../contract/search-engine.contract.js';
import { makeTemporaryFolder } from './folder.js';

searchEngineContract(() => {
  const folder = makeTemporaryFolder();
  const engine = createEmbeddedEngine({ folder: folder.path });
  const dispose = async () => {
    await engine.close();
    folder.remove();
  };
  return Promise.resolve({ engine, dispose });
});
