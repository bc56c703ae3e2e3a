/** Headlines of our own, in which names, phrases, authors and topics return. */
export const ARTICLES = [
  {
    id: 'sefer',
    title: 'Kasım-Jomart Tokayev Bakıya səfər edib',
    author: 'Müşfiq Səfərov',
    topics: ['xarici-siyaset'],
    date: '2025-10-23T17:08:00+04:00',
  },
  {
    id: 'gorus',
    title: 'Nazir Kasım-Jomart Tokayevlə görüşüb',
    author: 'Мушфиг Сафаров',
    topics: ['xarici-siyaset'],
    date: '2025-10-24T10:00:00+04:00',
  },
  {
    id: 'toy',
    title: 'Toyuq ətinin qiyməti artıb',
    author: 'Müşfiq Səfərov',
    topics: ['iqtisadiyyat'],
    date: '2025-10-20T10:00:00+04:00',
  },
  {
    id: 'elcin',
    title: 'Yazıçı Elçin Əliyev yeni kitab yazıb',
    topics: ['medeniyyet'],
    date: '2024-02-01T10:00:00+04:00',
  },
  {
    id: 'sergi',
    title: 'Rəssam Elçin Əliyevin sərgisi açılıb',
    topics: ['medeniyyet'],
    date: '2024-03-01T10:00:00+04:00',
  },
  { id: 'nisan', title: 'İşarə <b>necə</b> qoyulur', topics: ['texnologiya'] },
  {
    id: 'kohne',
    title: 'Tokio təyyarə limanı genişlənir',
    topics: ['neqliyyat'],
    date: '2020-01-01T10:00:00+04:00',
  },
] as const;
