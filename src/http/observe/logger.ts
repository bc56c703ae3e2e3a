import { pino, stdTimeFunctions, type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { LogLevel } from '../settings.js';

/** Logs on stderr: lines of JSON, or words for people where a terminal shows them. */
export function createLogger(level: LogLevel): Logger {
  const settings = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    // Whatever is logged by mistake: a key never is.
    redact: ['*.authorization', '*.Authorization', 'err.request', 'err.config'],
  };
  const { stderr } = process;
  return pino(settings, stderr.isTTY ? pretty({ destination: stderr, colorize: true }) : stderr);
}
