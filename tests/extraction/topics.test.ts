import { describe, expect, it } from 'vitest';
import { createTopicTagger } from '../../indexer/extraction/tagger.js';
import { createTopicCatalogue, loadTopics } from '../../indexer/extraction/topics.js';
import { createAnalyzer } from '../../indexer/language/analyzer.js';

const config = loadTopics();
const catalogue = createTopicCatalogue(config);
const analyzer = createAnalyzer();
const tag = createTopicTagger(config, (text) =>
  analyzer.analyze(text).tokens.map((token) => token.word.stems),
);

describe('createTopicCatalogue', () => {
  it.each([
    ['azerbaijan/society', 'cemiyyet'],
    ['Cəmiyyət', 'cemiyyet'],
    ['Cemiyyet', 'cemiyyet'],
    ['foreign-policy', 'xarici-siyaset'],
    ['football', 'idman'],
    ['asia', 'dunya'],
    ['Şou-biznes', 'medeniyyet'],
    ['ŞOU BİZNES', 'medeniyyet'],
    ['İKT', 'texnologiya'],
    ['siyaset', 'siyaset'],
    ['Kosmos xəbərləri', 'Kosmos xəbərləri'],
    [' Kosmos \n xəbərləri ', 'Kosmos xəbərləri'],
    ['C++', 'C++'],
  ])('maps %s to %s', (label, expected) => {
    expect(catalogue.mapTopic(label)).toBe(expected);
  });

  it('gives every topic an id and a name', () => {
    expect(catalogue.topicOf('tehsil')).toEqual({ id: 'tehsil', name: 'Təhsil' });
    expect(catalogue.topicOf('Kosmos xəbərləri')).toEqual({
      id: 'Kosmos xəbərləri',
      name: 'Kosmos xəbərləri',
    });
  });

  it('keeps each topic once and leaves out labels without a subject', () => {
    expect(catalogue.mapTopics(['Futbol', 'Digər', 'idman', 'Kosmos', 'kosmos'])).toEqual([
      'idman',
      'kosmos',
    ]);
  });

  it('tells unlisted topics apart by their signs, not by case or hyphens', () => {
    const labels = ['C', 'C++', 'C#', '!!!', '???', 'Kosmos-turizm', 'KOSMOS_TURİZM'];
    expect(catalogue.mapTopics(labels)).toEqual(['C', 'C++', 'C#', '!!!', '???', 'KOSMOS_TURİZM']);
  });
});

describe('config/topics.json', () => {
  it('gives no label to two topics', () => {
    const owners = new Map<string, string>();
    for (const { id, name, aliases } of config.topics) {
      for (const label of [id, name.az, name.en, ...aliases]) {
        expect([label, owners.get(label) ?? id]).toEqual([label, id]);
        owners.set(label, id);
        expect(catalogue.mapTopic(label)).toBe(id);
      }
    }
  });
});

describe('createTopicTagger', () => {
  it.each([
    ['Neftin barreli bahalaşdı', '', 'enerji'],
    ['Universitetlərdə imtahanlar başlayır', '', 'tehsil'],
    ['Güləşçilərimiz Avropa çempionatında üç medal qazanıb', '', 'idman'],
    [
      'Yeni tamaşanın premyerası',
      'Teatrın aktyorları səhnəyə çıxdı, rejissor alqışlandı.',
      'medeniyyet',
    ],
  ])('finds the topic of %s', (title, body, expected) => {
    expect(tag(title, body)[0]).toBe(expected);
  });

  it('says nothing without evidence, and never more than the configured number', () => {
    expect(tag('Bu gün belə oldu', 'Hamı gəldi və getdi.')).toEqual([]);
    const everything = config.topics.flatMap(({ words }) => Object.keys(words)).join('. ');
    expect(tag(everything, everything)).toHaveLength(config.tagger.mostTopics);
  });
});
