-- Money of listed companies and attention, as known at an instant.

create function listed_money_as_of(instant timestamptz)
  returns table (source text, source_key text, kind text, instrument text, announced_on date, amount_cny numeric)
  language sql stable as $$
    select m.source, m.source_key, m.kind, m.instrument, m.announced_on, m.amount_cny
    from listed_money m where m.known_from <= instant
    union all
    (select distinct on (h.source, h.source_key)
      h.source, h.source_key, h.kind, h.instrument, h.announced_on, h.amount_cny
    from listed_money_history h
    where h.known_from <= instant
      and not exists (
        select from listed_money m
        where m.source = h.source and m.source_key = h.source_key and m.known_from <= instant)
    order by h.source, h.source_key, h.known_from desc, h.superseded_at desc)
  $$;
comment on function listed_money_as_of(timestamptz) is 'Money of listed companies and their holders as known at an instant.';

create function attention_as_of(instant timestamptz)
  returns table (source text, measure text, subject text, observed_on date, value numeric)
  language sql stable as $$
    select a.source, a.measure, a.subject, a.observed_on, a.value
    from attention a where a.known_from <= instant
    union all
    (select distinct on (h.source, h.measure, h.subject, h.observed_on)
      h.source, h.measure, h.subject, h.observed_on, h.value
    from attention_history h
    where h.known_from <= instant
      and not exists (
        select from attention a
        where a.source = h.source and a.measure = h.measure and a.subject = h.subject
          and a.observed_on = h.observed_on and a.known_from <= instant)
    order by h.source, h.measure, h.subject, h.observed_on, h.known_from desc, h.superseded_at desc)
  $$;
comment on function attention_as_of(timestamptz) is 'Attention as known at an instant.';
comment on column attention.subject is 'Title, board code, track or counted word; * is the whole the others are a part of, as all headlines.';
comment on column attention.observed_on is 'The day; a count of a month stands on its last day.';
