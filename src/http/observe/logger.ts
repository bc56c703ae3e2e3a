import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import pretty from 'pino-pretty';
import { hideKeys } from '../../keys/secret.js';
import type { LogLevel } from '../settings.js';

/** Logs on stderr unless said: lines of JSON, or words for people where a terminal shows them. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const settings = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    // Whatever is logged by mistake: a key never is.
    redact: ['*.authorization', '*.Authorization', 'err.request', 'err.config'],
    hooks: { streamWrite: hideKeys },
  };
  return pino(settings, destination ?? forPeople() ?? process.stderr);
}

function forPeople(): DestinationStream | undefined {
  const { stderr } = process;
  return stderr.isTTY ? pretty({ destination: stderr, colorize: true }) : undefined;
}
