// Rebuilds once and kills itself at one moment of it, most of them in the switch to the new file.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { composeIndexing } from '../../../../dist/src/compose.js';
import { openFolder } from '../../../../dist/src/engines/embedded/location.js';
import { rebuild } from '../../../../dist/src/engines/embedded/rebuild.js';

const [path, moment] = process.argv.slice(2);
const { analyzer, toDocument } = composeIndexing();
const folder = openFolder(path);
const die = () => process.kill(process.pid, 'SIGKILL');
let cleanings = 0;

const MOMENTS = {
  'while documents are copied': {},
  'before the switch': { switchTo: die },
  'before the pointer is renamed': {
    switchTo: (name) => {
      writeFileSync(join(path, 'current.tmp'), `${name}\n`);
      die();
    },
  },
  'after the switch': {
    switchTo: (name) => {
      folder.switchTo(name);
      die();
    },
  },
  'while the old file is deleted': {
    keepOnly: (...names) => {
      if (++cleanings === 1) return folder.keepOnly(...names);
      for (const end of ['-wal', '-shm']) rmSync(join(path, `index-1.db${end}`), { force: true });
      die();
    },
  },
};

rebuild({
  folder: { ...folder, ...MOMENTS[moment] },
  analyzer,
  toDocument,
  onProgress: () => moment === 'while documents are copied' && die(),
});
