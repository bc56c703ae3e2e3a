import './desk.js';
import { inThisLanguage } from './desk-fetch.js';

/** How files of each extension are sent. */
const TYPES: Readonly<Record<string, string>> = {
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  csv: 'text/csv',
  json: 'application/json',
};

const form = document.getElementById('upload');
const input = document.getElementById('file');
const note = document.getElementById('file-note');
const bar = document.getElementById('sent');

if (
  form instanceof HTMLFormElement &&
  input instanceof HTMLInputElement &&
  bar instanceof HTMLProgressElement &&
  note
) {
  takeFiles(form, input, bar, note);
}

function takeFiles(
  form: HTMLFormElement,
  input: HTMLInputElement,
  bar: HTMLProgressElement,
  note: HTMLElement,
): void {
  let busy = false;

  function say(text: string, wrong: boolean): void {
    note.textContent = text;
    note.classList.toggle('error', wrong);
  }

  const fail = (name: string) => {
    busy = false;
    bar.hidden = true;
    say(form.dataset[name] ?? '', true);
  };

  function take(file: File | undefined): void {
    if (busy) return;
    const type = TYPES[file?.name.split('.').at(-1)?.toLowerCase() ?? ''];
    if (!file) fail('empty');
    else if (type === undefined) fail('wrongKind');
    else if (file.size > Number(form.dataset['most'])) fail('tooLarge');
    else send(file, type);
  }

  function send(file: File, type: string): void {
    busy = true;
    bar.hidden = false;
    bar.value = 0;
    say(`${form.dataset['sending'] ?? ''}: ${file.name}`, false);
    const request = new XMLHttpRequest();
    request.open('POST', inThisLanguage(form.action));
    request.setRequestHeader('Content-Type', type);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.value = total > 0 ? loaded / total : 0;
    });
    request.addEventListener('error', () => fail('failed'));
    request.addEventListener('load', () => answered(request));
    request.send(file);
  }

  function answered(request: XMLHttpRequest): void {
    const address = request.getResponseHeader('Location');
    if (request.status === 201 && address !== null) location.assign(address);
    else if (request.status === 401) fail('ended');
    else {
      fail('failed');
      const page = new DOMParser().parseFromString(request.responseText, 'text/html');
      const words = page.querySelector('h1')?.textContent;
      if (words) say(words, true);
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    take(input.files?.[0]);
  });
  form.addEventListener('dragover', (event) => {
    event.preventDefault();
    form.classList.add('over');
  });
  form.addEventListener('dragleave', () => form.classList.remove('over'));
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    form.classList.remove('over');
    take(event.dataTransfer?.files[0]);
  });
}
