-- How names begin is shared by ever more companies; of those only the ones called just so are asked for.

create index company_key_whole on company_key (key) where is_whole;
