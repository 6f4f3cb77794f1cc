-- SPDX-License-Identifier: Apache-2.0

-- name: database_time
select strftime('%Y-%m-%dT%H:%M:%fZ', 'now') as now;

-- name: database_time [postgres]
select to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now;
