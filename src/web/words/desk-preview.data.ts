/** What the preview of a change of the words says. */
export const PREVIEW_WORDS = {
  az: {
    title: 'Nə dəyişəcək',
    hint: 'Yadda saxlamadan yoxlanılır.',
    try: 'Yoxla',
    before: 'İndi',
    after: 'Dəyişiklikdən sonra',
    found: (count: string) => `${count} məqalə`,
    same: 'Bu sorğunun nəticəsi dəyişmir.',
    none: 'Heç nə tapılmır.',
    shown: (count: string) => `İlk ${count} göstərilir.`,
    waiting: 'Sözlər düzələndən sonra yoxlanılacaq.',
    noQuery: 'Sınaq sorğusu yazın.',
    late: 'Axtarış indi cavab vermir. Bir azdan yenidən yoxlayın.',
    approximate:
      'Təxminidir: bir neçə sözdən ibarət ifadələr məqalələrə yadda saxlayandan sonra yazılır.',
    moves: { new: 'yeni', gone: 'düşür', up: '↑', down: '↓' },
    said: {
      up: (places: string) => `${places} yer yuxarı`,
      down: (places: string) => `${places} yer aşağı`,
    },
  },
  en: {
    title: 'What would change',
    hint: 'Tried without saving.',
    try: 'Try',
    before: 'Now',
    after: 'After the change',
    found: (count: string) => `${count} articles`,
    same: 'The results of this query stay as they are.',
    none: 'Nothing is found.',
    shown: (count: string) => `The first ${count} are shown.`,
    waiting: 'Tried as soon as the words are in order.',
    noQuery: 'Enter a query to try.',
    late: 'The search does not answer now. Try again in a moment.',
    approximate: 'Roughly: phrases of several words are written to the articles after saving.',
    moves: { new: 'new', gone: 'gone', up: '↑', down: '↓' },
    said: {
      up: (places: string) => `${places} places up`,
      down: (places: string) => `${places} places down`,
    },
  },
} as const;
