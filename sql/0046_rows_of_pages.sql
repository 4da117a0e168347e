-- How much of what a source gave was news, told for each source long after the lines that said so are gone.

alter table page
  add column changed bigint,
  add column unchanged bigint;
comment on column page.changed is 'Rows of it that were new or told otherwise, when it was fetched; null for an imported file, and where that was not counted.';
comment on column page.unchanged is 'Rows of it that said what was known, when it was fetched; null like changed.';
