import { describe, expect, it } from 'vitest';
import { contactLinks, readable } from './contact';

const none = { phone: '', phoneE164: null, email: '', whatsappNumber: null };

describe('contact links', () => {
  it('lead nowhere without a number or an address', () => {
    expect(contactLinks({ ...none, phone: 'ask mother' })).toEqual({
      phone: null,
      email: null,
      whatsapp: null,
    });
  });
  it('use the WhatsApp number where it differs from the phone', () => {
    const links = contactLinks({ ...none, phoneE164: '+40711222333', whatsappNumber: '+40 799 000 111' });
    expect(links).toMatchObject({ phone: 'tel:+40711222333', whatsapp: 'https://wa.me/40799000111' });
  });
});

describe('answers of a lead form', () => {
  it('are read as a sentence', () => {
    expect(readable('more_than_2_years')).toBe('More than 2 years');
    expect(readable(['a_b', 'c'])).toBe('A b, c');
    expect(readable(null)).toBe('');
  });
});
