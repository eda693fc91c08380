import type { Candidate } from './types';

/** Where a tap on each contact leads; null where there is nothing to reach. */
export function contactLinks(candidate: Pick<Candidate, 'phone' | 'phoneE164' | 'email' | 'whatsappNumber'>) {
  const digits = (candidate.whatsappNumber || candidate.phoneE164 || '').replace(/\D/g, '');
  return {
    phone: candidate.phoneE164 ? `tel:${candidate.phoneE164}` : null,
    email: candidate.email ? `mailto:${candidate.email}` : null,
    whatsapp: digits ? `https://wa.me/${digits}` : null,
  };
}

/** `0711_222` → `0711 222`: answers of lead forms use underscores for spaces. */
export function readable(value: unknown): string {
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  const spaced = text.replaceAll('_', ' ').trim();
  return spaced.charAt(0).toLocaleUpperCase() + spaced.slice(1);
}
