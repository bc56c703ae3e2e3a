import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import {
  openQueryLog,
  type QueryLog,
  type QueryLogOptions,
} from '../../src/query-log/query-log.js';

const root = mkdtempSync(join(tmpdir(), 'axtar-queries-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const analyzer = createAnalyzer();
let file: string;
let log: QueryLog;
let now = 0;
const open = (options: Partial<QueryLogOptions> = {}) =>
  openQueryLog({ file, analyzer, now: () => now, ...options });
beforeEach(() => {
  file = join(mkdtempSync(join(root, 'case-')), 'data', 'queries.db');
  now = Date.parse('2026-05-10T12:00:00+04:00');
  log = open();
});
afterEach(() => log.close());

const reopen = async (options: Partial<QueryLogOptions> = {}) => {
  await log.close();
  log = open(options);
};
const search = (q: string, times = 2, total = 3) => {
  for (let at = 0; at < times; at++) log.searched({ q, total });
};
const namesOf = (queries: readonly { readonly query: string }[]) =>
  queries.map(({ query }) => query);

describe('queries', () => {
  it('are counted together whatever their case and diacritics, and shown as most write them', async () => {
    search('Şəki  ipəyi', 3);
    search('seki ipeyi', 2, 0);
    log.searched({ q: 'ŞƏKİ İPƏYİ', total: 3, corrected: true });
    log.opened({ q: 'seki ipeyi' });
    expect(await log.top()).toEqual([
      { query: 'Şəki ipəyi', searches: 6, withoutResults: 2, opened: 1, corrected: 1 },
    ]);
  });

  it('that were made once are told to nobody', async () => {
    search('tək', 1);
    search('cüt', 2);
    expect(namesOf(await log.top())).toEqual(['cüt']);
    expect(await log.overTime('tək')).toEqual([]);
    log.searched({ q: 'tək' });
    expect(namesOf(await log.top())).toEqual(['cüt', 'tək']);
  });

  it('are listed by what became of them', async () => {
    search('çox', 5);
    search('yox', 3, 0);
    search('az', 2);
    log.opened({ q: 'çox' });
    expect(namesOf(await log.top({ limit: 2 }))).toEqual(['çox', 'yox']);
    expect(namesOf(await log.withoutResults())).toEqual(['yox']);
    expect(namesOf(await log.withoutOpening())).toEqual(['az']);
  });

  it('were not opened more often than they were made', async () => {
    search('bir', 2);
    for (let at = 0; at < 5; at++) log.opened({ q: 'bir' });
    expect(await log.top()).toMatchObject([{ searches: 2, opened: 2 }]);
  });

  it('that look like personal data leave only their number', async () => {
    search('050 123 45 67', 3);
    search('leyla@example.az', 3);
    search('!!!', 3);
    expect(await log.top()).toEqual([]);
    expect(await log.overTime()).toMatchObject([{ searches: 9 }]);
    await log.close();
    const bytes = readFileSync(file, 'latin1');
    expect(bytes).not.toMatch(/050 ?123|leyla/);
  });
});

describe('days', () => {
  it('are those of Baku', async () => {
    now = Date.parse('2026-05-10T23:59:59+04:00');
    search('gecə', 2);
    now = Date.parse('2026-05-11T00:00:00+04:00');
    search('GECƏ', 3);
    expect(await log.overTime('gece')).toMatchObject([
      { day: '2026-05-10', searches: 2 },
      { day: '2026-05-11', searches: 3 },
    ]);
    expect(await log.top({ from: '2026-05-11' })).toMatchObject([{ query: 'GECƏ', searches: 3 }]);
    expect(await log.top({ to: '2026-05-10' })).toMatchObject([{ query: 'gecə', searches: 2 }]);
    expect(await log.top({ from: '2026-05-12' })).toEqual([]);
  });

  it('are dropped when they are too old', async () => {
    await reopen({ limits: { days: 2 } });
    for (const day of ['08', '09', '10']) {
      now = Date.parse(`2026-05-${day}T12:00:00+04:00`);
      search(`gün ${day}`);
      await log.flush();
    }
    expect((await log.overTime()).map(({ day }) => day)).toEqual(['2026-05-09', '2026-05-10']);
    expect(namesOf(await log.top())).toEqual(['gün 09', 'gün 10']);
  });

  it('keep the most frequent queries, and the number of all', async () => {
    await reopen({ limits: { queriesADay: 2 } });
    for (const [q, times] of [
      ['bir', 2],
      ['iki', 4],
      ['üç', 3],
    ] as const)
      search(q, times);
    expect(namesOf(await log.top())).toEqual(['iki', 'üç']);
    expect(await log.overTime()).toMatchObject([{ searches: 9 }]);
  });

  it('give way, the oldest first, when the file has become too large', async () => {
    await reopen({ limits: { bytes: 1 } });
    search('dünən');
    await log.flush();
    now += 24 * 3600_000;
    search('bu gün');
    expect(namesOf(await log.top())).toEqual(['bu gün']);
  });
});

describe('the file', () => {
  it('has what was counted before it was closed', async () => {
    search('bakı metrosu');
    await reopen();
    expect(namesOf(await log.top())).toEqual(['bakı metrosu']);
  });

  it('is read but not written when counting is off, and emptied only when asked to', async () => {
    search('əvvəl');
    await reopen({ isOn: false });
    search('sonra');
    expect(namesOf(await log.top())).toEqual(['əvvəl']);
    await log.clear();
    expect(await log.top()).toEqual([]);
    await log.close();
    expect(readFileSync(file, 'latin1')).not.toMatch(/evvel/);
  });

  it('that is no database stops nobody from searching, and is told of once', async () => {
    await log.close();
    rmSync(join(file, '..'), { recursive: true, force: true });
    const notices: string[] = [];
    log = open({ onNotice: (notice) => notices.push(notice) });
    search('əvvəl');
    await log.close();
    writeFileSync(file, 'no database'.repeat(1000));
    log = open({ onNotice: (notice) => notices.push(notice) });
    search('sonra');
    await log.flush();
    search('sonra');
    await log.flush();
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('Queries cannot be counted: ');
    await expect(log.top()).rejects.toThrow();
  });
});

describe('csv', () => {
  const read = async (kind: Parameters<QueryLog['csv']>[0]) => {
    let text = '';
    for await (const line of log.csv(kind)) text += line;
    return text;
  };

  it('has every query, quoted where it must be, and none that a spreadsheet would reckon', async () => {
    search('"orta dəhliz"', 4);
    search('=1+1', 3);
    search('-qatar, bakı', 2);
    expect(await read('top')).toBe(
      'query,searches,withoutResults,opened,corrected\r\n' +
        '"""orta dəhliz""",4,0,0,0\r\n' +
        "'=1+1,3,0,0,0\r\n" +
        '"\'-qatar, bakı",2,0,0,0\r\n',
    );
    expect(await read('days')).toBe(
      'day,searches,withoutResults,opened,corrected\r\n2026-05-10,9,0,0,0\r\n',
    );
  });

  it('goes on beyond one page', async () => {
    for (let at = 0; at < 1001; at++) search(`söz${at}`);
    expect((await read('top')).trimEnd().split('\r\n')).toHaveLength(1002);
  });
});
