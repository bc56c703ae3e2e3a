import { JobSummary } from '../../src/jobs/job.js';

export interface ReadEvent {
  readonly id: string;
  readonly event: string;
  readonly job: JobSummary;
}

/** Server-sent events of a job, as they come. */
export async function* readEvents({ body }: Response): AsyncGenerator<ReadEvent> {
  let text = '';
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
      if (lines.every((line) => line.startsWith(':'))) continue;
      const job = JobSummary.parse(JSON.parse(field('data')));
      yield { id: field('id'), event: field('event'), job };
    }
  }
}
