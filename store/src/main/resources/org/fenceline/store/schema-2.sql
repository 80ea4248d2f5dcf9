-- Schema 2: what lets outsiders check the log. Applied to a file of schema 1 as well.

-- Checkpoints that this log signed, each a whole note; one a size, the last one made.
create table checkpoint (
  tree_size integer primary key check (tree_size >= 0),
  signed_at integer not null,
  note      text    not null
) strict;

-- What its home log proves of an entry that came from another register: a tlog-proof without extra.
create table home_proof (
  leaf_index integer primary key references log (leaf_index),
  proof      text    not null
) strict;

-- Ciphertexts of sealed attachments by the SHA-256 of their bytes; a row goes when it is erased.
create table attachment (
  address    blob primary key check (length(address) = 32),
  ciphertext blob not null
) strict, without rowid;

-- View: which entries hold an author's signature over a content.
create table signature (
  content_hash blob    not null check (length(content_hash) = 32),
  leaf_index   integer not null references log (leaf_index),
  primary key (content_hash, leaf_index)
) strict, without rowid;

-- View: which entries name a sealed attachment, and what each does with it.
create table attachment_use (
  address    blob    not null check (length(address) = 32),
  leaf_index integer not null references log (leaf_index),
  act        text    not null check (act in ('carry', 'open', 'release', 'erase')),
  kind       text    check ((kind is null) = (act <> 'carry')),
  primary key (address, leaf_index)
) strict, without rowid;
