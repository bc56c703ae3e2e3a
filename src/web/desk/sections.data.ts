import type { Language } from '../language.js';

/** A room of the desk: where it is and what the navigation calls it. */
export interface Section {
  readonly id: string;
  /** Every page of the section lies at or under it. */
  readonly path: string;
  readonly name: Readonly<Record<Language, string>>;
}

/** The navigation, in its order: a new section is one entry here. */
export const SECTIONS = [
  { id: 'articles', path: '/desk/articles', name: { az: 'Məqalələr', en: 'Articles' } },
  { id: 'new', path: '/desk/new', name: { az: 'Yeni məqalə', en: 'New article' } },
  { id: 'import', path: '/desk/import', name: { az: 'Fayl yükləmə', en: 'Upload a file' } },
  { id: 'runs', path: '/desk/runs', name: { az: 'İndeks və işlər', en: 'Index and runs' } },
  { id: 'explain', path: '/desk/explain', name: { az: 'Niyə burada?', en: 'Why here?' } },
  {
    id: 'words',
    path: '/desk/words',
    name: { az: 'Sinonimlər və adlar', en: 'Synonyms and names' },
  },
  {
    id: 'queries',
    path: '/desk/queries',
    name: { az: 'Nə axtarırlar', en: 'What people look for' },
  },
  { id: 'sources', path: '/desk/sources', name: { az: 'Mənbələr', en: 'Sources' } },
] as const satisfies readonly Section[];

export type SectionId = (typeof SECTIONS)[number]['id'];
