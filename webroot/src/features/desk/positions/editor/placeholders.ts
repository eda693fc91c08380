import * as m from '$messages';

/** What is filled in at the time of a call, with what it stands for. */
export const PLACEHOLDERS: readonly { name: string; means: () => string }[] = [
  { name: '{candidate_name}', means: m.placeholder_candidate_name },
  { name: '{candidate_first_name}', means: m.placeholder_candidate_first_name },
  { name: '{candidate_email}', means: m.placeholder_candidate_email },
  { name: '{position_title}', means: m.placeholder_position_title },
  { name: '{position_description}', means: m.placeholder_position_description },
  { name: '{form_answers}', means: m.placeholder_form_answers },
];

/** Puts a text where the cursor is, as typing would: the field's own undo still works. */
export function insertAtCursor(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
