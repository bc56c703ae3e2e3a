/** What the list of synonyms and names says, and the form of a group. */
export const WORDS_WORDS = {
  az: {
    title: 'Sinonimlər və adlar',
    lead: 'Axtarışın eyni saydığı sözlər və ad yazılışları. Hər dəyişiklik dərhal işləyir.',
    pending: (done: string, total: string) =>
      `Yeni sözlər məqalələrə yazılır: ${done} / ${total}. Axtarış onları bu vaxt da tapır.`,
    pendingTrouble:
      'Yeni sözlər məqalələrə hələ yazılmayıb: axtarış serveri cavab vermir, yenə cəhd edilir.',
    history: 'Dəyişikliklərin tarixçəsi',
    proposals: 'Təkliflər',
    add: 'Yeni qrup',
    query: 'Söz və ya ad',
    queryHint: 'İstənilən yazılışda: Tramp, Trump, Трамп.',
    origin: 'Mənşə',
    origins: {
      all: 'Hamısı',
      shipped: 'hazır gələn',
      changed: 'dəyişdirdiyimiz',
      added: 'əlavə etdiyimiz',
      off: 'söndürülmüş',
    },
    file: 'Fayl',
    anyFile: 'Hamısı',
    submit: 'Tap',
    found: (count: string) => `${count} qrup`,
    nothing: 'Belə qrup yoxdur.',
    nothingHint: 'Başqa yazılışla axtarın və ya yeni qrup açın.',
    addThis: (phrase: string) => `“${phrase}” üçün yeni qrup aç`,
    adding: (phrase: string) => `“${phrase}” hansı qrupa aiddir? Qrupu tapıb açın.`,
    columns: { group: 'Qrup', mode: 'Rejim', origin: 'Mənşə', file: 'Fayl' },
    more: (count: string) => `+${count}`,
    modes: { mutual: 'qarşılıqlı', oneway: 'birtərəfli', off: 'söndürülüb' },
    pages: 'Səhifələr',
    previous: 'Əvvəlki',
    next: 'Növbəti',
    page: (page: string, pages: string) => `${page} / ${pages}`,
    back: 'Sinonimlərə və adlara qayıt',
    titleNew: 'Yeni qrup',
    orExisting: 'Bəlkə qrup artıq var?',
    findExisting: 'Mövcud qrupu tap',
    fields: {
      mode: 'Rejim',
      head: 'Əsas söz və ya ad',
      members: 'Eyni sayılanlar',
      cased: 'Yalnız yazıldığı kimi sayılanlar',
      everyday: 'Gündəlik sözlər: yalnız qısa sorğularda işləsin',
      note: 'Qrup haqqında qeyd',
      why: 'Nə üçün dəyişirsiniz?',
      q: 'Sınaq sorğusu',
    },
    hints: {
      members: 'Hər sətirdə bir söz və ya ifadə.',
      cased:
        'Yuxarıdakılardan bu yazılışda olmayanda başqa söz olanlar: BM, DOST. Hər sətirdə biri.',
      note: 'Redaktorlar üçündür, axtarışa təsir etmir.',
      why: 'Tarixçədə qalır. Boş qala bilər.',
    },
    modeHints: {
      mutual: 'hər biri o birilərini də tapır',
      oneway: 'əsas sözlə axtaran eyni sayılanları da tapır, əksinə yox',
      off: 'axtarış bu qrupdan istifadə etmir',
    },
    save: 'Yadda saxla',
    saveAnyway: 'Yenə də yadda saxla',
    unset: 'Hazır gələn kimi olsun',
    drop: 'Qrupu sil',
    asShipped: 'Hazır gələn variant',
    saved: (version: string) => `Versiya ${version} yadda saxlanıldı. Axtarışda artıq işləyir.`,
    unchanged: 'Dəyişiklik yox idi.',
    dropped: 'Qrup götürüldü. Axtarış artıq ondan istifadə etmir.',
    undoThis: 'Geri al',
    search: 'Axtarışda yoxla',
    conflict:
      'Bu səhifə açılandan sonra qrupu başqası dəyişib. Yazdıqlarınız aşağıdadır; yadda saxlasanız, onun variantını əvəz edəcək.',
    theirs: 'İndi qüvvədə olan',
    gone: 'Belə qrup artıq yoxdur: başqası götürüb. Yadda saxlasanız, yenidən əlavə olunacaq.',
    warnings: 'Diqqət yetirin',
    warningsHint: 'Bunlar səhv olmaya bilər. Belə istəyirsinizsə, yadda saxlaya bilərsiniz.',
    exactly: 'Yoxlamanın dəqiq cavabı (ingiliscə)',
    errors: {
      head: 'Ən azı bir hərf və ya rəqəm olan söz yazın.',
      members: 'Ən azı bir eyni sayılan yazın.',
      empty: (phrase: string) => `“${phrase}”: hərf və ya rəqəm yoxdur.`,
      repeated: (phrase: string) => `“${phrase}” təkrardır: axtarış üçün fərqi yoxdur.`,
      cased: (phrase: string) => `“${phrase}” yuxarıdakı sözlər arasında yoxdur.`,
      tooMany: 'Bir qrupda ən çoxu 100 söz ola bilər.',
      tooLong: 'Söz və ya ifadə 200 işarədən uzun ola bilməz.',
      longNote: 'Qeyd 500 işarədən uzun ola bilməz.',
      mode: 'Rejimi seçin.',
    },
    reasons: {
      'no-word': (phrases: string) => `${phrases}: axtarıla bilən söz yoxdur. Silin.`,
      'stop-words-only': (phrases: string) =>
        `${phrases}: yalnız köməkçi sözlərdir, hər mətndə olur. Silin.`,
      repeated: (phrases: string) => `${phrases}: qrupda iki dəfədir. Birini silin.`,
      'adds-nothing': (phrases: string) =>
        `${phrases}: axtarış bunu qrupdakı başqa sözlə onsuz da tapır. Artıqdır, silin.`,
      'same-stems': (phrases: string) =>
        `${phrases}: qrupdakı başqa sözün şəkilçili forması kimi onsuz da tapılır. Yəqin artıqdır.`,
      'same-sound': (phrases: string) =>
        `${phrases}: ad kimi səslənişinə görə onsuz da tapılır. Yəqin artıqdır.`,
      'holds-head': (phrases: string) =>
        `${phrases}: əsas söz içindədir, onsuz da tapılır. Yəqin artıqdır.`,
      'taken-for-inflection': (phrases: string, groups: string) =>
        `${phrases}: axtarış bunları bir sözün formaları sayır və ${groups} qrupunu da qatır. Kiçik hərflə yazılmırsa, “yalnız yazıldığı kimi” siyahısına salın.`,
      'shared-head': (phrases: string, groups: string) =>
        `${phrases}: ${groups} qrupunun da əsas sözüdür. Birləşdirin və ya iki mənası varsa, hər iki qrupun qeydində yazın.`,
      reversed: (phrases: string, groups: string) =>
        `${phrases}: ${groups} qrupu ilə ziddiyyət – biri yalnız bir tərəfə, o biri hər iki tərəfə aparır. Cütü birindən çıxarın.`,
      bridge: (phrases: string, groups: string) =>
        `${phrases}: ayrı-ayrı qarşılıqlı qruplardadır (${groups}), bu qrup isə birindən o birinə aparır. Belə lazımdırsa, səbəbini qeyddə yazın.`,
      'switched-off': (phrases: string, groups: string) =>
        `${phrases}: söndürülmüş qrup bunları ayırır, ${groups} isə birləşdirir. Cütü birindən çıxarın.`,
      'leads-back': (phrases: string, groups: string) =>
        `${phrases}: birtərəfli qruplar dövrə vurur (${groups}). Qarşılıqlı bir qrupda birləşdirin.`,
      'in-several-groups': (phrases: string, groups: string) =>
        `${phrases}: artıq başqa qrupdadır (${groups}). Qrupları birləşdirin və ya sözü birində saxlayın.`,
    },
  },
  en: {
    title: 'Synonyms and names',
    lead: 'Words and spellings of names that the search takes for the same. A change works at once.',
    pending: (done: string, total: string) =>
      `Articles get the new words: ${done} / ${total}. They are found meanwhile, too.`,
    pendingTrouble:
      'Articles do not carry the new words yet: the search server does not answer, and is tried again.',
    history: 'History of changes',
    proposals: 'Proposals',
    add: 'New group',
    query: 'A word or a name',
    queryHint: 'In any spelling: Tramp, Trump, Трамп.',
    origin: 'Origin',
    origins: {
      all: 'All',
      shipped: 'shipped',
      changed: 'changed by us',
      added: 'added by us',
      off: 'off',
    },
    file: 'File',
    anyFile: 'All',
    submit: 'Find',
    found: (count: string) => `${count} groups`,
    nothing: 'There is no such group.',
    nothingHint: 'Try another spelling, or open a new group.',
    addThis: (phrase: string) => `Open a new group for “${phrase}”`,
    adding: (phrase: string) => `Which group does “${phrase}” belong to? Find and open it.`,
    columns: { group: 'Group', mode: 'Mode', origin: 'Origin', file: 'File' },
    more: (count: string) => `+${count}`,
    modes: { mutual: 'mutual', oneway: 'one-way', off: 'off' },
    pages: 'Pages',
    previous: 'Previous',
    next: 'Next',
    page: (page: string, pages: string) => `${page} / ${pages}`,
    back: 'Back to synonyms and names',
    titleNew: 'New group',
    orExisting: 'Perhaps there is a group already?',
    findExisting: 'Find the group',
    fields: {
      mode: 'Mode',
      head: 'Main word or name',
      members: 'Taken for the same',
      cased: 'Only as written',
      everyday: 'Everyday words: only in short queries',
      note: 'Note about the group',
      why: 'Why do you change it?',
      q: 'Query to try',
    },
    hints: {
      members: 'One word or phrase a line.',
      cased:
        'Those of the above that are another word when written otherwise: BM, DOST. One a line.',
      note: 'For editors; the search does not read it.',
      why: 'Stays in the history. May be empty.',
    },
    modeHints: {
      mutual: 'each finds the others, too',
      oneway: 'the main word finds the others, but not the reverse',
      off: 'the search does not use this group',
    },
    save: 'Save',
    saveAnyway: 'Save anyway',
    unset: 'Back to what was shipped',
    drop: 'Remove the group',
    asShipped: 'As shipped',
    saved: (version: string) => `Version ${version} is saved. The search uses it already.`,
    unchanged: 'There was nothing to change.',
    dropped: 'The group is gone. The search does not use it any more.',
    undoThis: 'Undo',
    search: 'Try it in the search',
    conflict:
      'Somebody has changed the group since this page was opened. What you wrote is below; saving it replaces their version.',
    theirs: 'In force now',
    gone: 'There is no such group any more: somebody has removed it. Saving adds it again.',
    warnings: 'Look at this',
    warningsHint: 'It need not be a mistake. If it is meant so, save it.',
    exactly: 'What the check says exactly',
    errors: {
      head: 'Enter a word with a letter or a digit.',
      members: 'Enter at least one that is taken for the same.',
      empty: (phrase: string) => `“${phrase}”: there is no letter or digit.`,
      repeated: (phrase: string) => `“${phrase}” is a repetition: the search sees no difference.`,
      cased: (phrase: string) => `“${phrase}” is not among the words above.`,
      tooMany: 'A group may have 100 words at most.',
      tooLong: 'A word or phrase may have 200 characters at most.',
      longNote: 'A note may have 500 characters at most.',
      mode: 'Choose a mode.',
    },
    reasons: {
      'no-word': (phrases: string) => `${phrases}: no word that can be looked for. Drop it.`,
      'stop-words-only': (phrases: string) =>
        `${phrases}: only words that every text has. Drop it.`,
      repeated: (phrases: string) => `${phrases}: twice in the group. Drop one.`,
      'adds-nothing': (phrases: string) =>
        `${phrases}: found by another word of the group already. Drop it.`,
      'same-stems': (phrases: string) =>
        `${phrases}: found already as an inflection of another word of the group. It may be dropped.`,
      'same-sound': (phrases: string) =>
        `${phrases}: found already by its sound, as a name. It may be dropped.`,
      'holds-head': (phrases: string) =>
        `${phrases}: holds the main word, so it is found already. It may be dropped.`,
      'taken-for-inflection': (phrases: string, groups: string) =>
        `${phrases}: taken for forms of one word, so the group ${groups} is mixed in. If they are not written in small letters, list them under “only as written”.`,
      'shared-head': (phrases: string, groups: string) =>
        `${phrases}: the main word of ${groups}, too. Join the groups, or say in the note of each that there are two meanings.`,
      reversed: (phrases: string, groups: string) =>
        `${phrases}: contradicts ${groups} – one leads one way, the other both ways. Drop the pair from one.`,
      bridge: (phrases: string, groups: string) =>
        `${phrases}: in different mutual groups (${groups}), yet this one leads from one to the other. If that is meant, say why in the note.`,
      'switched-off': (phrases: string, groups: string) =>
        `${phrases}: a group that is off keeps them apart, ${groups} brings them together. Drop the pair from one.`,
      'leads-back': (phrases: string, groups: string) =>
        `${phrases}: one-way groups lead back to where they began (${groups}). Put them into one mutual group.`,
      'in-several-groups': (phrases: string, groups: string) =>
        `${phrases}: in another group already (${groups}). Join the groups, or keep the word in one.`,
    },
  },
} as const;
