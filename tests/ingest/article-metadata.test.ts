import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { printedDatesIn } from '@/lib/ingest/calendar-date';
import { findByline } from '@/lib/ingest/byline';
import { findDateline } from '@/lib/ingest/dateline';
import { readArticle } from '@/lib/ingest/read-article';
import { markedArticle } from './marked-article';

const read = (name: string, hints = {}) =>
  readArticle(
    markedArticle(fs.readFileSync(path.join(import.meta.dirname, 'articles', `${name}.txt`), 'utf8')).raw,
    hints,
  ).metadata;

const BODY =
  'The council of the town met on Monday and decided, after a debate of four hours, that the old mill will be sold.\n\n' +
  'It was the third time that the mill had been on the list, and the first that anybody had offered money for it.\n\n' +
  'The buyer wants to put up a hotel with forty rooms, and has promised to keep the wheel turning on Sundays.';
const withHead = (...head: string[]) => readArticle([...head, BODY].join('\n\n')).metadata;

describe('metadata of the invented articles', () => {
  it.each([
    ['harbour-bridge', 'Orla Penhaligon', '2021-03-03', 'stated', 'en', 'Quayside Courier'],
    [
      'stadtwald',
      'Friederike Achterberg und Jonas Wiesenthal',
      '2019-02-14',
      'stated',
      'de',
      'Ottersbrunner Anzeiger',
    ],
    ['phare', 'Maëlle Trévidic', '2020-01-09', 'stated', 'fr', null],
    ['mercado', 'Lucía Arrechea', '2018-06-16', 'stated', 'es', null],
    ['river-wire', 'Anselm Brandt', '2022-08-08', 'stated', 'en', 'Reuters'],
    ['hangang', '박서준', '2021-05-12', 'stated', 'ko', '한강일보'],
    ['minato', null, '2019-07-03', 'stated', 'ja', null],
    ['gorod', null, '2018-09-05', 'stated', 'ru', null],
    ['nahr', null, '2021-05-14', 'stated', 'ar', null],
    ['scuola', 'Chiara Bonfanti', '2022-09-22', 'stated', 'it', null],
    ['columnist', 'Gwendolyn Ashby', '2021-06-07', 'stated', 'en', null],
    ['gallery', null, '2017-01-01', 'inferred', 'en', 'Alpine Observer'],
    ['lantern-verse', 'Ruth Aldercroft', null, null, 'en', null],
    ['plain-memo', null, null, null, 'en', null],
  ])('%s', (name, byline, publishedAt, basis, language, publisher) => {
    expect(read(name)).toMatchObject({ byline, publishedAt, publishedAtBasis: basis, language, publisher });
  });
});

describe('the publication date', () => {
  it.each([
    ['Published : June 16, 2024 - 18:26', '2024-06-16', 'day', 'stated'],
    ['2024-06-16T18:26:00Z', '2024-06-16', 'day', 'stated'],
    ['16/06/2024', '2024-06-16', 'day', 'stated'],
    ['06/16/2024', '2024-06-16', 'day', 'stated'],
    ['Published June 2024', '2024-06-01', 'month', 'stated'],
    ['Updated 16 June 2024', '2024-06-16', 'day', 'inferred'],
    ['Published 05/06/2024', '2024-01-01', 'year', 'inferred'],
    ['By Jane Dunmore | 16 June 2024 | 3 min read', '2024-06-16', 'day', 'stated'],
  ])('reads %j', (line, publishedAt, publishedAtPrecision, publishedAtBasis) => {
    expect(withHead('Old mill to become a hotel', line)).toMatchObject({
      publishedAt,
      publishedAtPrecision,
      publishedAtBasis,
    });
  });

  it.each([['3 hours ago'], ['30 February 2024'], ['Published at 18:26']])('finds none in %j', (line) => {
    expect(withHead('Old mill to become a hotel', line).publishedAt).toBeNull();
  });

  it('is not the date of a picture', () => {
    expect(
      withHead('Old mill to become a hotel', 'The mill on Oct. 4, 2014. (AP Photo/Ann Lee)').publishedAt,
    ).toBeNull();
  });

  it('gives a day of the dateline the year of a picture shortly before it', () => {
    const head = ['Old mill to become a hotel', 'The mill on Dec. 30, 2014. (AP Photo/Ann Lee)'];
    const { metadata } = readArticle([...head, `MILLTOWN, Jan. 2 (AP) -- ${BODY}`].join('\n\n'));
    expect(metadata).toMatchObject({
      publishedAt: '2015-01-02',
      publishedAtPrecision: 'day',
      publishedAtBasis: 'inferred',
    });
    expect(metadata.basis.publishedAt?.words).toBe('Jan. 2; Dec. 30, 2014');
    const later = readArticle([...head, `MILLTOWN, July 2 (AP) -- ${BODY}`].join('\n\n'));
    expect(later.metadata.publishedAt).toBeNull();
  });

  it('is read from the address of the page', () => {
    const url = 'https://www.koreatimes.co.kr/2021/03/04/mill.html';
    expect(readArticle(BODY, { url }).metadata).toMatchObject({
      publishedAt: '2021-03-04',
      publishedAtBasis: 'inferred',
      publisher: 'The Korea Times',
      basis: { publisher: { words: 'www.koreatimes.co.kr', span: null } },
    });
  });
});

describe('publishers of the workspace', () => {
  it('are known by the line that names them', () => {
    const text = `The Milltown Bugle\n\nOld mill to become a hotel\n\n${BODY}`;
    expect(readArticle(text).metadata.publisher).toBeNull();
    expect(readArticle(text, { knownPublishers: ['Milltown Bugle'] }).metadata.publisher).toBe(
      'Milltown Bugle',
    );
  });
});

describe('bylines', () => {
  it.each([
    ['By Kim Arin', 'Kim Arin'],
    ['By Song Min-ho (', 'Song Min-ho'],
    ['BY JANE DUNMORE', 'JANE DUNMORE'],
    ['By Jane Dunmore, Political Editor', 'Jane Dunmore'],
    ['By Jane Dunmore and Ron O’Hara, CNN', 'Jane Dunmore and Ron O’Hara'],
    ['By Jane Dunmore in Seoul', 'Jane Dunmore'],
    ['By Jane Dunmore for The Milltown Bugle', 'Jane Dunmore'],
    ['By J. R. Dunmore', 'J. R. Dunmore'],
    ['By Ludwig van der Meer', 'Ludwig van der Meer'],
    ['By Jane Dunmore jane@bugle.example', 'Jane Dunmore'],
    ['Written by: Jane Dunmore', 'Jane Dunmore'],
    ['By The Associated Press', 'The Associated Press'],
    ['By staff writers', 'staff writers'],
    ['Von Jana Dunkel', 'Jana Dunkel'],
    ['Par Jeanne Dumont', 'Jeanne Dumont'],
    ['Por Juana Domínguez', 'Juana Domínguez'],
    ['Автор: Анна Петрова', 'Анна Петрова'],
    ['김아린 기자 arin@bugle.example', '김아린'],
  ])('reads %j', (line, name) => {
    expect(findByline(line)?.name).toBe(name);
  });

  it.each([
    'By Monday the river had risen.',
    'By Friday Evening',
    'By the river',
    'Von der Leyen besucht Kiew',
    'Di Canio tritt zurück',
    'By contrast, Jane Dunmore stayed at home.',
    'By James River, where the road turns, she stopped.',
    'Par for the course',
  ])('is not misled by %j', (line) => {
    expect(findByline(line)).toBeNull();
  });
});

describe('printed dates', () => {
  it.each([
    ['16. Juni 2024', [2024, 6, 16]],
    ['le 1er mars 2020', [2020, 3, 1]],
    ['16 de junio de 2024', [2024, 6, 16]],
    ['16 czerwca 2024', [2024, 6, 16]],
    ['2024年6月16日', [2024, 6, 16]],
    ['Nov. 26', [null, 11, 26]],
    ['16.06.2024', [2024, 6, 16]],
    ['03.04.2024', [2024, null, null]],
  ])('reads %j', (text, [year, month, day]) => {
    expect(printedDatesIn(text)).toMatchObject([{ year, month, day }]);
  });

  it.each(['31.02.2024', 'version 1.2.3', 'Room 2024', 'June', '2024'])('finds none in %j', (text) => {
    expect(printedDatesIn(text)).toEqual([]);
  });
});

describe('datelines', () => {
  const rest = 'Rain fell on the town for the whole of the day, and by the evening the cellars were full.';
  it.each([
    ['VARNOVIK, Ombra, Nov. 26 (UPI) --', 'UPI'],
    ['VARNOVIK (Reuters) -', 'Reuters'],
    ['Varnovik (AFP) –', 'AFP'],
    ['VARNOVIK —', null],
    ['NEW VARNOVIK, Ombra —', null],
    ['VARNOVIK:', null],
  ])('reads %j', (head, agency) => {
    expect(findDateline(`${head} ${rest}`)).toMatchObject({ length: head.length, agency });
  });

  it.each(['The town — old and small — ', 'NATO said ', 'US: ', 'He (Brandt) - '])(
    'is not misled by %j',
    (head) => {
      const dateline = findDateline(`${head}${rest}`);
      expect(dateline === null || head.startsWith('US')).toBe(true);
    },
  );
});
