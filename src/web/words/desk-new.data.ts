/** What the page for a new article says. */
export const NEW_WORDS = {
  az: {
    title: 'Yeni məqalə',
    pasteTitle: 'Hazır səhifədən götür',
    paste: 'Səhifənin mətni və ya HTML-i',
    pasteHint:
      'Portaldakı səhifəni bütöv köçürüb bura yapışdırın (menyular, sayğaclar da ola bilər) və ya .txt, .html faylını bura atın. Məqaləni Axtar özü tapır.',
    file: 'Fayl seç',
    find: 'Məqaləni tap',
    foundTitle: 'Nə tapıldı',
    foundLead: 'Yoxlayın, lazım olsa, aşağıda düzəldin. Hələ heç nə yadda saxlanılmayıb.',
    notFound: 'Bu mətndə məqalə tapılmadı. Başlıq və ya axan mətn olmalıdır.',
    first: 'Mətnin əvvəli',
    last: 'Mətnin sonu',
    length: 'Mətnin uzunluğu',
    words: (count: string) => `${count} söz`,
    absent: 'tapılmadı',
    fieldsTitle: 'Məqalə',
    save: 'Məqaləni əlavə et',
    tooLarge:
      'Mətn çox uzundur: bir səhifə ən çoxu 1 MB ola bilər. Böyük faylları “Fayl yükləmə” bölməsində verin.',
    unreadable: 'Fayl oxunmadı: UTF-8 mətni olmalıdır.',
    away: 'Məqalə indi axtarıla bilmədi. Bir azdan yenidən cəhd edin.',
  },
  en: {
    title: 'New article',
    pasteTitle: 'Take it from a page',
    paste: 'Text or HTML of the page',
    pasteHint:
      'Copy the whole page of a portal and paste it here, menus and counters too, or drop a .txt or .html file. Axtar finds the article by itself.',
    file: 'Choose a file',
    find: 'Find the article',
    foundTitle: 'What was found',
    foundLead: 'Look it over and mend it below where needed. Nothing is saved yet.',
    notFound: 'No article was found in this text. Expected a title or running text.',
    first: 'Beginning of the text',
    last: 'End of the text',
    length: 'Length of the text',
    words: (count: string) => `${count} words`,
    absent: 'not found',
    fieldsTitle: 'Article',
    save: 'Add the article',
    tooLarge:
      'The text is too long: a page may have 1 MB at most. Give large files to “Upload a file”.',
    unreadable: 'The file could not be read: expected a text in UTF-8.',
    away: 'The article could not be looked for now. Try again in a moment.',
  },
} as const;
