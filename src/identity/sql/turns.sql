-- SPDX-License-Identifier: Apache-2.0
-- Whoever counts before writing takes a turn until the end of the transaction, so that two at once
-- do not both find room. SQLite has one writer at a time anyway.

-- name: take_turn [sqlite]
select length(:name) as taken;

-- name: take_turn [postgres]
select length(pg_advisory_xact_lock(hashtextextended(:name, 0))::text) as taken;
