import { openWorkplace } from './cli/command.js';

/** A service as operators start it, over the sample, on a free port. */
export async function startSample(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const place = openWorkplace();
  const running = place.start(['serve'], {
    PORT: '0',
    AXTAR_LOG_LEVEL: 'error',
    AXTAR_SEARCH_RATE_LIMIT: '0',
  });
  const [, url = ''] = await running.waitFor(/listens on (http:\/\/127\.0\.0\.1:\d+)\n/);
  return {
    url,
    stop: async () => {
      running.process.kill('SIGTERM');
      await running.ended;
      place.remove();
    },
  };
}
