import { describe, expect, it } from 'vitest';
import { checkUdi } from '#app/services/register/check-udi.ts';

describe('the identifier of a device', () => {
  it.each([
    // Examples that agencies and the FDA publish.
    ['fits', '(01)51022222233336(11)141231(17)150707(10)A213B1(21)1234'],
    ['fits', '51022222233336'],
    ['fits', '0151022222233336'],
    [
      'fits',
      '+H123PARTNO1234567890120/$$420020216LOT123456789012345/SXYZ456789012345678/16D20130202C',
    ],
    ['fits', '+A123BJC5D6E71G'],
    ['fits', '=/A9999XYZ100T0944=,000025'],
    ['wrong-digit', '51022222233335'],
    ['wrong-digit', '(01)51022222233337'],
    ['wrong-digit', '+A123BJC5D6E71H'],
    ['zeros', '00000000000000'],
    ['zeros', '(01)00000000000000(21)1234'],
    ['unknown', 'Serial 12'],
    ['unknown', '5102222223333'],
    ['unknown', ''],
  ])('%s: %s', (finding, udi) => {
    expect(checkUdi(udi)).toBe(finding);
  });

  it('of GS1 is caught with any one digit changed', () => {
    const gtin = '51022222233336';
    for (let place = 0; place < gtin.length; place += 1) {
      for (let other = 0; other < 10; other += 1) {
        if (String(other) === gtin[place]) continue;
        const changed = gtin.slice(0, place) + String(other) + gtin.slice(place + 1);
        expect(checkUdi(changed)).toBe('wrong-digit');
      }
    }
  });
});
