-- Alerts fire when a figure crosses its threshold, and not again before it has come back.

create table alert_state (
  alert text not null,
  track text not null,
  state text not null check (state in ('armed', 'fired')),
  value text not null,
  edition_id bigint not null references edition,
  changed_at timestamptz not null,
  primary key (alert, track)
);
comment on table alert_state is 'Where each alert of config/alerts.yaml stands for each track.';
comment on column alert_state.alert is 'Id of the alert.';
comment on column alert_state.track is 'The track.';
comment on column alert_state.state is 'armed: it fires when its threshold is crossed. fired: it has, and waits for the figure to come back.';
comment on column alert_state.value is 'The figure that brought it there.';
comment on column alert_state.edition_id is 'The edition with that figure.';
comment on column alert_state.changed_at is 'When.';
