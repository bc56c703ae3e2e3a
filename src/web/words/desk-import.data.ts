/** What the page for uploads says. */
export const IMPORT_WORDS = {
  az: {
    title: 'Fayl yükləmə',
    lead: 'Məqalələri bir faylda verin: NDJSON, CSV və ya JSON. Yararsız yazılar sətri, sahəsi və səbəbi ilə bildirilir, qalanları yazılır.',
    drop: 'Faylı bura atın və ya seçin',
    hint: (limit: string) => `.ndjson, .jsonl, .csv, .json; UTF-8; ən çoxu ${limit}.`,
    send: 'Yüklə',
    sending: 'Göndərilir',
    wrongKind: 'Bu fayl oxunmur: .ndjson, .jsonl, .csv və ya .json olmalıdır.',
    empty: 'Fayl seçin.',
    tooLarge: 'Fayl çox böyükdür: onu hissələrə bölün.',
    failed:
      'Fayl göndərilmədi. Bağlantını yoxlayın və yenidən cəhd edin: yarımçıq heç nə yazılmayıb.',
    ended: 'Sessiya bitib: yeni pəncərədə yenidən daxil olun, sonra faylı bir daha göndərin.',
    noScript: 'Fayl yükləmək üçün brauzerdə JavaScript açıq olmalıdır.',
    formats: 'Fayl necə yazılır',
    ndjson: 'NDJSON: hər sətirdə bir yazı',
    csv: 'CSV: birinci sətirdə sahələrin adı; ayırıcı vergül, nöqtəli vergül və ya tab. Bir xanada bir neçə mövzu və ya etiket ; və ya | ilə ayrılır',
    fields:
      'Sahələr: id, title, subtitle, body, author, authorRole, date, topics, source, url, lang, tags. title və ya body olmalıdır; id yoxdursa, düzəldilir. Eyni id ilə gələn yazı əvvəlkini əvəz edir.',
    earlier: 'Əvvəlki yükləmələr',
  },
  en: {
    title: 'Upload a file',
    lead: 'Give articles in one file: NDJSON, CSV or JSON. Records that cannot be used are told with line, field and reason; the others are written.',
    drop: 'Drop a file here, or choose one',
    hint: (limit: string) => `.ndjson, .jsonl, .csv, .json; UTF-8; ${limit} at most.`,
    send: 'Upload',
    sending: 'Sending',
    wrongKind: 'This file is not read here: expected .ndjson, .jsonl, .csv or .json.',
    empty: 'Choose a file.',
    tooLarge: 'The file is too large: send it in several parts.',
    failed:
      'The file was not sent. Look at the connection and try again: nothing of it was written.',
    ended: 'The session has ended: sign in again in a new window, then send the file once more.',
    noScript: 'Uploading a file needs JavaScript in the browser.',
    formats: 'How a file is written',
    ndjson: 'NDJSON: a record a line',
    csv: 'CSV: the first line names the fields; comma, semicolon or tab between. Several topics or tags in one cell are parted by ; or |',
    fields:
      'Fields: id, title, subtitle, body, author, authorRole, date, topics, source, url, lang, tags. There must be a title or a body; a missing id is made. A record with the id of an earlier one replaces it.',
    earlier: 'Earlier uploads',
  },
} as const;
