-- Raw bytes may be dropped by policy; what they were stays known by its hash.

comment on column body.bytes is 'The bytes; null for an imported file above the configured size and for a page that feastgap prune dropped: their hash and size stay.';
