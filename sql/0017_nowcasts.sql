-- What editions expected to be told later, so that later editions can say how right they were.

create table nowcast (
  period text not null,
  period_from date not null,
  period_to date not null,
  track text not null,
  round_group text not null,
  as_of date not null,
  made_on date not null,
  seen integer not null,
  low numeric not null,
  central numeric not null,
  high numeric not null,
  primary key (period_from, period_to, track, round_group, as_of),
  check (seen <= low and low <= central and central <= high)
);
comment on table nowcast is 'Deals an edition expected to be known in the end. The first of a day of knowledge stands.';
comment on column nowcast.period is 'Period as asked for.';
comment on column nowcast.period_from is 'Its first day.';
comment on column nowcast.period_to is 'Its last day.';
comment on column nowcast.track is 'Track, or all.';
comment on column nowcast.round_group is 'Group of rounds, as config/verdicts.yaml names it.';
comment on column nowcast.as_of is 'What was known on this day.';
comment on column nowcast.made_on is 'Day it was made, in Asia/Shanghai.';
comment on column nowcast.seen is 'Deals seen by then.';
comment on column nowcast.low is 'Lower end of the 80 % interval of deals seen in the end.';
comment on column nowcast.central is 'Expected number.';
comment on column nowcast.high is 'Upper end.';
