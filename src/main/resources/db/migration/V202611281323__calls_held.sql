-- The provider would refuse everybody of this position for a reason that only a person can mend. In force until the
-- position is saved again (its version moves on) or a call of it succeeds.
alter table positions
  add column calls_held         text,
  add column calls_held_since   timestamptz,
  add column calls_held_version integer;
