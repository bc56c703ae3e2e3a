import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../indexer/lexicon/lexicon.js';

const { synonyms, stopWords } = loadLexicon();

/** Whether a query with the first phrase also searches for the second. */
function searches(query: string, phrase: string): boolean {
  return synonyms.some(({ mode, head, members }) => {
    if (mode === 'off') return false;
    if (mode === 'oneway') return head === query && members.includes(phrase);
    const phrases = [head, ...members];
    return phrases.includes(query) && phrases.includes(phrase);
  });
}

describe('shipped synonyms and name aliases', () => {
  it.each([
    ['BMT', 'Birləşmiş Millətlər Təşkilatı'],
    ['ООН', 'BMT'],
    ['OSCE', 'ATƏT'],
    ['UN', 'BMT'],
    ['AB', 'Avropa İttifaqı'],
    ['TDT', 'Türk Dövlətləri Təşkilatı'],
    ['İƏT', 'İslam Əməkdaşlıq Təşkilatı'],
    ['EKO', 'İqtisadi Əməkdaşlıq Təşkilatı'],
    ['Orta Koridor', 'Orta Dəhliz'],
    ['TITR', 'Trans-Caspian International Transport Route'],
    ['BTC', 'Bakı-Tbilisi-Ceyhan'],
    ['DİN', 'Daxili İşlər Nazirliyi'],
    ['Mərkəzi Bank', 'AMB'],
    ['Ulu Öndər', 'Heydər Əliyev'],
    ['Türkdilli Ölkələrin Dövlət Başçıları', 'TDT'],
    ['rabitə və yüksək texnologiyalar', 'rəhbər və yüksək texnologiyalar'],
    ['türkdilli', 'türkdillə'],
    ['hava limanı', 'aeroport'],
    ['uçaq', 'təyyarə'],
    ['sammit', 'zirvə görüşü'],
    ['mlrd', 'milyard'],
    ['Trump', 'Tramp'],
    ['Scholz', 'Şolts'],
    ['Xi Jinping', 'Si Tszinpin'],
    ['Guterres', 'Quterreş'],
    ['von der Leyen', 'fon der Lyayen'],
    ['Elon Musk', 'İlon Mask'],
    ['Gumilev', 'Qumilyov'],
    ['Qasım-Comərd', 'Kassym-Jomart'],
    ['Baku', 'Bakı'],
    ['Fizuli', 'Füzuli'],
    ['Kirovabad', 'Gəncə'],
    ['Stepanakert', 'Xankəndi'],
    ['Yerevan', 'İrəvan'],
    ['Nur-Sultan', 'Astana'],
    ['Tashkent', 'Daşkənd'],
    ['Қазақстан', 'Qazaxıstan'],
    ['Germany', 'Almaniya'],
    ['Aras', 'Araz'],
    ['Georgia', 'Gürcüstan'],
    ['Manchester United', 'Mançester Yunayted'],
  ])('«%s» also searches «%s»', (query, phrase) => {
    expect(searches(query, phrase)).toBe(true);
  });

  it.each([
    ['İƏT', 'İqtisadi Əməkdaşlıq Təşkilatı'],
    ['BMT', 'UN'],
    ['süni intellekt', 'AI'],
    ['Dayanıqlı və Operativ Sosial Təminat Agentliyi', 'DOST'],
    ['Milli Məclis', 'MM'],
    ['Heydər Əliyev', 'Ulu Öndər'],
    ['Heydər Əliyev', 'İlham Əliyev'],
    ['İlham Əliyev', 'Azərbaycan Prezidenti'],
    ['prezident', 'İlham Əliyev'],
    ['Tokayev', 'Qazaxıstan Prezidenti'],
    ['türkdillə', 'türkdilli'],
    ['TDT', 'Türkdilli Ölkələrin Dövlət Başçıları'],
    ['Astana', 'Qazaxıstan'],
    ['Kreml', 'Rusiya'],
    ['ABŞ', 'Amerika'],
    ['Araz', 'Aras'],
    ['Gürcüstan', 'Georgia'],
    ['Quba', 'Kuba'],
    ['Qətər', 'Qatar'],
    ['Avropa Şurası', 'Avropa İttifaqı Şurası'],
    ['İngiltərə', 'Böyük Britaniya'],
    ['həkim', 'doktor'],
  ])('«%s» does not search «%s»', (query, phrase) => {
    expect(searches(query, phrase)).toBe(false);
  });

  it.each(['UN', 'AB', 'Aİ', 'DB', 'MM', 'MN', 'TAP', 'DOST', 'AI', 'Sİ', 'DİN', 'ÜST', 'RF'])(
    '«%s» counts only in capitals',
    (abbreviation) => {
      const triggered = synonyms.filter(({ mode, head, members }) =>
        [head, ...(mode === 'oneway' ? [] : members)].includes(abbreviation),
      );
      expect(triggered).not.toEqual([]);
      expect(triggered.filter(({ cased }) => !cased?.includes(abbreviation))).toEqual([]);
    },
  );
});

describe('shipped stop words', () => {
  it.each(['və', 'ilə', 'üçün', 'bu', 'haqqında', 'olunan', 'var', 'yox'])('%s is one', (word) => {
    expect(stopWords.has(word)).toBe(true);
  });

  it.each(['qarşı', 'yenidən', 'il', 'un', 'kim', 'oldu', 'olub', 'yəni', 'bəs', 'sülh'])(
    '%s is not',
    (word) => {
      expect(stopWords.has(word)).toBe(false);
    },
  );
});
