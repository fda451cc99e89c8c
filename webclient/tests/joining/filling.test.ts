import { describe, expect, it } from 'vitest';
import { entriesOf, isText, tooLongIn } from '../../src/features/joining/filling.ts';

describe('A pasted list', () => {
  it('gives one entry a line, without empty ones', () => {
    expect(entriesOf('10482\r\n\n  fatma@vaartland.example  \n')).toEqual(['10482', 'fatma@vaartland.example']);
  });

  it('finds the address or number among the fields of a CSV file', () => {
    expect(entriesOf('"Nowak, Marek";"10482";Logistiek')).toEqual(['10482']);
    expect(entriesOf('Fatma,fatma@vaartland.example,HR\nMarek\t10482')).toEqual(['fatma@vaartland.example', '10482']);
  });

  it('keeps a line that holds neither, so that the plan can say so', () => {
    expect(entriesOf('iemand;HR\n;;')).toEqual(['iemand']);
  });

  it('begins behind a header', () => {
    expect(entriesOf('Naam;E-mail\nFatma;fatma@vaartland.example')).toEqual(['fatma@vaartland.example']);
    expect(entriesOf('10482\nnaam')).toEqual(['10482', 'naam']);
  });

  it('tells the line that no login can be, and what is no text', () => {
    expect(tooLongIn(`10482\n${'x'.repeat(255)}`)).toBe(2);
    expect(tooLongIn(`10482\n${'x'.repeat(254)}`)).toBeUndefined();
    expect(isText('PK\u0003\u0004\0')).toBe(false);
    expect(isText('10482;Zo\uFFFD van Ommeren'), 'letters of another encoding do no harm').toBe(true);
  });
});
