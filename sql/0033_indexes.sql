-- What was looked for by reading a whole table each time.

create index investor_name_unread on investor_name (name) where reason = 'not-read-yet';
create index page_url on page (url, id) where method = 'GET' and status = 200;
