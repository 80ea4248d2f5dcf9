-- Schema 3: witnesses. Applied to files of earlier schemas as well.

-- Keys whose cosignatures were taken up, as C2SP signed-note writes them, so that an audit can hold
-- those signatures against them.
create table witness_key (
  verifier_key text not null unique
) strict;
