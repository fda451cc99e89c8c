import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../src/features/joining/filling.ts';

describe('A pasted list', () => {
  it('gives one entry a line, without empty ones', () => {
    expect(entriesOf('10482\r\n\n  fatma@vaartland.example  \n')).toEqual(['10482', 'fatma@vaartland.example']);
  });

  it('finds the address or number among the fields of a CSV file', () => {
    expect(entriesOf('"Nowak, Marek";"10482";Logistiek')).toEqual(['10482']);
    expect(entriesOf('Fatma,fatma@vaartland.example,HR\nMarek\t10482')).toEqual(['fatma@vaartland.example', '10482']);
  });

  it('keeps a line that holds neither, so that the plan can say so', () => {
    expect(entriesOf('naam;afdeling\n;;')).toEqual(['naam']);
  });
});
