-- SPDX-License-Identifier: Apache-2.0
-- Two organizations that become one. Where an ecosystem has both on its list, that of the record
-- that stays counts; the other waits as it is, and is on no list as long as its record is gone.

-- name: candidates_to_move
select c.id, c.workspace, c.stage,
  (select count(*) from outreach_scores s where s.candidate = c.id) as scores,
  (select count(*) from outreach_candidates k
    where k.workspace = c.workspace and k.program = :kept) as others
from outreach_candidates c where c.program = :merged order by c.id;

-- name: move_candidate_program
update outreach_candidates set program = :to where id = :id and program = :from;
