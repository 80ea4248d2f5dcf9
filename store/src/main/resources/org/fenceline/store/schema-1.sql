-- Schema 1 of a register's file; docs/formats/register-file.md explains it table by table.
-- Times are milliseconds since 1970-01-01T00:00:00Z; days are days since 1970-01-01 (UTC).

create table register (
  only_row     integer primary key check (only_row = 1),
  origin       text    not null,
  state        text    not null check (length(state) = 3),
  exercise     integer not null check (exercise in (0, 1)),
  created_at   integer not null
) strict;

-- The log: one row a leaf, written once.
create table log (
  leaf_index     integer primary key check (leaf_index >= 0),
  entry_id       blob    not null check (length(entry_id) = 16),
  content_hash   blob    not null check (length(content_hash) = 32),
  salt           blob    not null check (length(salt) = 32),
  canonical_json text    not null,
  arrived_at     integer not null
) strict;
create index log_by_entry on log (entry_id);

-- Hashes of full subtrees by their in-order position, written once.
create table tree_node (
  position integer primary key check (position >= 0),
  hash     blob    not null check (length(hash) = 32)
) strict;

-- Views: what follows from the log; "fenceline rebuild" makes them anew.

create table entry (
  leaf_index     integer primary key references log (leaf_index),
  entry_id       blob    not null,
  kind           text    not null,
  recorded_at    integer not null,
  transcribed_at integer,
  target_id      blob,
  target_hash    blob,
  check ((target_id is null) = (target_hash is null))
) strict;
create index entry_by_id on entry (entry_id);
create index entry_by_kind on entry (kind);
create index entry_by_target on entry (target_id) where target_id is not null;

-- From when until when, by which clocks (1 recorded, 2 transcribed, 4 arrived), an entry stands.
create table standing (
  leaf_index  integer not null references log (leaf_index),
  basis       integer not null check (basis in (0, 1)),
  clocks      integer not null check (clocks between 1 and 7),
  known_from  integer not null,
  known_until integer,
  primary key (leaf_index, basis, clocks, known_from),
  check (known_until > known_from)
) strict, without rowid;

create table posting (
  leaf_index   integer not null references log (leaf_index),
  line         integer not null check (line >= 0),
  lot          text    not null,
  from_account text    not null,
  to_account   text    not null check (to_account <> from_account),
  mines        integer not null check (mines > 0),
  earliest_day integer not null,
  latest_day   integer not null check (latest_day >= earliest_day),
  primary key (leaf_index, line)
) strict, without rowid;
create index posting_by_lot on posting (lot);
create index posting_from on posting (from_account, lot);
create index posting_to on posting (to_account, lot);

-- Running balances by blocks of days, all entries that stand now counting.
create table day_block (
  account text    not null,
  lot     text    not null,
  level   integer not null check (level between 0 and 3),
  number  integer not null,
  sum     integer not null,
  lowest  integer not null,
  primary key (account, lot, level, number)
) strict, without rowid;
