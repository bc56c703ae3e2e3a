import type { Command } from 'commander';

const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** The filters of a search, as every command takes them that looks for articles. */
export const addFilterOptions = (command: Command): Command =>
  command
    .option('--topic <topic>', 'only this topic; may repeat', collect)
    .option('--author <author>', 'only this author, in any spelling; may repeat', collect)
    .option('--source <source>', 'only this source; may repeat', collect)
    .option('--from <date>', 'not before this day or instant (Asia/Baku)')
    .option('--to <date>', 'not after this day or instant (Asia/Baku)');
