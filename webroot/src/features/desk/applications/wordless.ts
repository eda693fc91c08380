import * as m from '$messages';

/** What somebody sent that is neither words nor a document, by the server's name for it. */
const KINDS: Record<string, () => string> = {
  contact: m.sent_contact,
  contact_list: m.sent_contacts,
  location: m.sent_place,
  live_location: m.sent_place,
  voice: m.sent_voice,
  audio: m.sent_audio,
  video: m.sent_video,
  short: m.sent_video,
  gif: m.sent_video,
  image: m.sent_image,
  sticker: m.sent_sticker,
  document: m.sent_document,
  action: m.sent_reaction,
  poll: m.sent_poll,
};

/** `[contact] Dan, +40…` → “Contact card: Dan, +40…”; words stay as they were written. */
export function sentWords(body: string): string {
  const [, kind, rest = ''] = /^\[(\w+)\] ?([^]*)$/.exec(body) ?? [];
  const name = kind && Object.hasOwn(KINDS, kind) ? KINDS[kind]?.() : undefined;
  if (name === undefined) return body;
  return rest ? m.sent_with({ what: name, rest }) : name;
}
