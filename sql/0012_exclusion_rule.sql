-- One rule for what is not inflow, asked by every view and measure.

create function exclusion_of(kind text, status text, country text) returns text
  language sql immutable parallel safe
  return case
    when exclusion_of.status in ('duplicate', 'withdrawn') then exclusion_of.status
    when exclusion_of.kind <> 'equity' then exclusion_of.kind
    when exclusion_of.status <> 'closed' then exclusion_of.status
    when exclusion_of.country = 'ZZ' then 'country-unknown'
    when exclusion_of.country <> 'CN' then 'outside-china'
  end;
comment on function exclusion_of(text, text, text) is 'Why a deal is not inflow; null: it is. What is told again or told no longer is out whatever it is; then the kind speaks, the status, and where the company is based.';
