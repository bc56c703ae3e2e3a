import { describe, expect, it } from 'vitest';
import { detectLanguage, readLanguageCode } from '../../indexer/extraction/language.js';

const LONG = {
  az: 'Kendde yasayan usta otuz ildir ki, erik agacindan tutek duzeldir. Onun sozlerine gore, agac en azi uc il kolgede qurumalidir, eks halda aletin sesi tez pozulur. Qonsu rayonlardan da sifaris alir, qocalar ise xalq havalarini xatirlayir.',
  tr: 'Köyde yaşayan usta otuz yıldır kayısı ağacından kaval yapıyor. Onun sözlerine göre ağaç en az üç yıl gölgede kurumalıdır, yoksa çalgının sesi çabuk bozulur.',
  en: 'The craftsman has made flutes of apricot wood in this village for thirty years. He says that the wood must dry in the shade for at least three years.',
  ru: 'Мастер уже тридцать лет делает свирели из абрикосового дерева, и к нему приезжают ученики из соседних районов, чтобы учиться старому ремеслу.',
};

describe('detectLanguage', () => {
  it.each([
    ['Şəhərdə yeni məktəb açılıb', 'az'],
    ['Bakıda yeni park salınıb', 'az'],
    ['Шәһәрдә јени мәктәб ачылыб', 'az'],
    ['В городе открылась новая школа', 'ru'],
    [LONG.az, 'az'],
    [LONG.tr, 'tr'],
    [LONG.en, 'en'],
    [`${LONG.en} Elçin Əliyev also came.`, 'en'],
    [LONG.ru, 'ru'],
    ['Google I/O', 'und'],
    ['Путин в Баку', 'und'],
    ['2024', 'und'],
    ['', 'und'],
  ])('of %j is %s', (text, expected) => {
    expect(detectLanguage(text)).toBe(expected);
  });
});

describe('readLanguageCode', () => {
  it.each([
    ['az', 'az'],
    ['AZ-Latn', 'az'],
    ['aze', 'az'],
    ['rus', 'ru'],
    ['und', 'und'],
    ['azərbaycanca', undefined],
  ])('reads %s as %s', (code, expected) => {
    expect(readLanguageCode(code)).toBe(expected);
  });
});
